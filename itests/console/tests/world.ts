import { PASSWORD } from './server';

export type Json = Record<string, unknown>;

/** The API, by name and password: what a test needs to have been done already. */
export async function call<T = Json>(user: string, method: string, path: string, body?: unknown): Promise<T> {
  const answer = await fetch(`${process.env.CONSOLE_URL}/api/v1${path}`, {
    method,
    headers: {
      Authorization: `Basic ${Buffer.from(`${user}:${PASSWORD}`).toString('base64')}`,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return (text === '' ? {} : JSON.parse(text)) as T;
}

export const edge = (file: string) => `${process.env.CONSOLE_EDGE}${file}`;

/** People: ann administers "Web", fay may look and make tasks, pat must change the password, nobody has no role. */
export async function prepare(): Promise<void> {
  for (const [name, displayName] of [
    ['ann', 'Ann'],
    ['bea', 'Bea'],
    ['fay', 'Fay'],
    ['noone', 'No One'],
  ])
    await call('admin', 'POST', '/people', { name, displayName, password: PASSWORD });
  await call('admin', 'POST', '/people', {
    name: 'pat',
    displayName: 'Pat',
    password: PASSWORD,
    mustChangePassword: true,
  });
  await call('admin', 'POST', '/businesses', { id: 'web', name: 'Web' });
  await call('admin', 'PUT', '/businesses/web/admins', { admins: ['ann', 'bea', 'pat'] });
  await call('admin', 'PUT', '/businesses/web/people/fay');
  await call('ann', 'PUT', '/businesses/web/followers/fay', {
    rights: [{ process: '*', may: ['VIEW', 'CREATE_TASK'] }],
  });
}

export const newProcess = async (body: Json): Promise<string> =>
  (await call<{ id: string }>('ann', 'POST', '/businesses/web/processes', body)).id;

export const newTask = async (process: string, body: Json): Promise<string> =>
  (await call<{ id: string }>('ann', 'POST', `/processes/${process}/tasks`, { start: true, ...body })).id;

export async function taskIs(task: string, state: string): Promise<void> {
  const end = Date.now() + 40_000;
  let seen = '';
  while (Date.now() < end) {
    seen = (await call<{ state: string }>('ann', 'GET', `/tasks/${task}`)).state;
    if (seen === state) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`Task ${task} is ${seen}, not ${state}`);
}

const timer = (id: string, duration: string, more: Json = {}) => ({
  id,
  name: id,
  atom: 'timer',
  params: { duration },
  ...more,
});

/** A process with everything a page can show: serial and parallel, manual, a variable, two calls that fail. */
export const releaseCheck = (pause = 'PT1S'): Json => ({
  name: 'Release check',
  type: 'OTHER',
  variables: [{ key: 'pause', name: 'Pause', type: 'DURATION', required: true, default: pause }],
  steps: [
    { id: 'prepare', name: 'Prepare', nodes: [timer('first', 'PT0S'), timer('second', '${pause}')] },
    {
      id: 'calls',
      name: 'Calls',
      mode: 'PARALLEL',
      nodes: [
        { id: 'left', name: 'left', atom: 'http', params: { url: 'http://127.0.0.1:1/left' } },
        { id: 'right', name: 'right', atom: 'http', params: { url: 'http://127.0.0.1:1/right' } },
      ],
    },
    { id: 'handover', name: 'Hand over', start: 'MANUAL', nodes: [timer('last', 'PT0S')] },
  ],
});

export const waiting = (duration: string): Json => ({
  name: 'Only waits',
  type: 'OTHER',
  steps: [{ id: 'one', name: 'One', nodes: [timer('wait', duration)] }],
});
