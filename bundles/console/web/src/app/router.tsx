import { createBrowserRouter, type RouteObject } from 'react-router';
import { AccountGate } from './account-gate';
import { BusinessGate } from './business-gate';
import { Failure } from './failure';
import { Layout } from './layout';
import { NotFound } from './not-found';
import { StartPage } from './start-page';
import { TaskLink } from './task-link';

type Module = Record<string, React.ComponentType>;

/** A page that is loaded when it is first needed. */
function page(path: string, load: () => Promise<Module>, name: string): RouteObject {
  return {
    path,
    lazy: async () => {
      const Component = (await load())[name];
      if (!Component) throw new Error(`No page ${name}`);
      return { Component };
    },
  };
}

const taskList = () => import('../features/tasks/task-list-page');
const task = () => import('../features/tasks/task-page');
const processList = () => import('../features/processes/process-list-page');
const process = () => import('../features/processes/process-page');
const editor = () => import('../features/processes/editor');
const newTask = () => import('../features/new-task');
const createApp = () => import('../features/light-apps/create-page');
const desktop = () => import('../features/light-apps/desktop-page');
const lightApp = () => import('../features/light-apps/app-page');
const lightAppRun = () => import('../features/light-apps/run-page');
const home = () => import('../features/home');
const account = () => import('../features/account');

/** Pages of one business, below `/b/{business}`. */
const businessPages: RouteObject[] = [
  page('home', home, 'HomePage'),
  page('tasks', taskList, 'TaskListPage'),
  page('tasks/new', newTask, 'NewTaskPage'),
  page('tasks/:task', task, 'TaskPage'),
  page('tasks/:task/light-app', createApp, 'CreateLightAppPage'),
  page('processes', processList, 'ProcessListPage'),
  page('processes/new', editor, 'EditorPage'),
  page('processes/:process', process, 'ProcessPage'),
  page('processes/:process/edit', editor, 'EditorPage'),
];

/** Pages of the whole server, below `/system`. */
const systemPages: RouteObject[] = [];

/** Pages without the rail. */
const plainPages: RouteObject[] = [
  page('apps/:app', lightApp, 'LightAppPage'),
  page('runs/:run', lightAppRun, 'RunPage'),
];

export const router = createBrowserRouter(
  [
    {
      Component: AccountGate,
      ErrorBoundary: Failure,
      HydrateFallback: () => null,
      children: [
        ...plainPages,
        {
          Component: Layout,
          children: [
            {
              ErrorBoundary: Failure,
              children: [
                { index: true, Component: StartPage },
                { path: 'tasks/:task', Component: TaskLink },
                page('account', account, 'AccountPage'),
                page('apps', desktop, 'DesktopPage'),
                { path: 'b/:business', Component: BusinessGate, children: businessPages },
                { path: 'system', children: systemPages },
                { path: '*', Component: NotFound },
              ],
            },
          ],
        },
      ],
    },
  ],
  { basename: '/console' },
);
