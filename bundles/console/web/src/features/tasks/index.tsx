export { TaskListPage } from './task-list-page';
export { TaskPage } from './task-page';
