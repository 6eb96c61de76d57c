import createClient, { type Middleware } from 'openapi-fetch';
import type { components, paths } from '../generated/api';
import { currentLanguage } from '../i18n/language';
import { lost, reached } from './connection';
import { ProblemError } from './problem';
import { session, sessionIsOver } from './session';

export type Schemas = components['schemas'];

const headers: Middleware = {
  onRequest({ request }) {
    request.headers.set('X-Requested-With', 'console');
    request.headers.set('Accept-Language', currentLanguage());
    const now = session.get();
    if (now.kind === 'OPEN' && request.method !== 'GET') request.headers.set('X-CSRF-Token', now.csrfToken);
    return request;
  },
};

/** Every call goes through here, so that a lost server and an ended session are noticed once for all pages. */
export async function guardedFetch(input: Request): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(input);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    lost();
    throw ProblemError.unreachable();
  }
  if (response.status === 503 || response.status === 502) lost();
  else reached();
  if (response.status === 401 && !(input.url.endsWith('/session') && input.method === 'POST')) sessionIsOver();
  return response;
}

export const api = createClient<paths>({ baseUrl: `${location.origin}/api/v1`, fetch: guardedFetch });
api.use(headers);

interface Answer {
  data?: unknown;
  error?: unknown;
  response: Response;
}

/** What was answered, or a {@link ProblemError}. */
export async function answer<R extends Answer>(call: Promise<R>): Promise<NonNullable<R['data']>> {
  const { data, error, response } = await call;
  if (!response.ok) throw ProblemError.of(error, response);
  return data as NonNullable<R['data']>;
}

/** The same with the version that a change has to be based on. */
export async function versioned<R extends Answer>(
  call: Promise<R>,
): Promise<{ body: NonNullable<R['data']>; etag: string }> {
  const { data, error, response } = await call;
  if (!response.ok) throw ProblemError.of(error, response);
  return { body: data as NonNullable<R['data']>, etag: response.headers.get('ETag') ?? '' };
}
