export { ProcessListPage } from './process-list-page';
export { ProcessPage } from './process-page';
