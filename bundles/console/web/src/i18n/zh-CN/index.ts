import type { Texts } from '../en';
import { account } from './account';
import { apps } from './apps';
import { common } from './common';
import { home } from './home';
import { newTask } from './new-task';
import { processes } from './processes';
import { tasks } from './tasks';
import { words } from './words';

export const zhCN: Texts = { words, common, account, apps, home, tasks, processes, newTask };
