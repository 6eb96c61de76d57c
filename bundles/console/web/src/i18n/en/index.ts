import { account } from './account';
import { apps } from './apps';
import { common } from './common';
import { home } from './home';
import { newTask } from './new-task';
import { processes } from './processes';
import { tasks } from './tasks';
import { words } from './words';

/** One module per area; keys are `area.name`. */
export const en = { words, common, account, apps, home, tasks, processes, newTask };

/** The same keys in another language; one that has no singular of its own has only `_other`. */
export type Translated<T> = {
  [K in keyof T as K extends `${string}_one` ? never : K]: T[K] extends string ? string : Translated<T[K]>;
};

export type Texts = Translated<typeof en>;
