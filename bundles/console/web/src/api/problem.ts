import type { components } from '../generated/api';

export type Fault = components['schemas']['Fault'];

/** A refusal of the server in its own words; `status` 0 means that it was not reached at all. */
export class ProblemError extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly faults: Fault[];

  constructor(problem: { status: number; code: string; title: string; detail: string; errors?: Fault[] | undefined }) {
    super(problem.detail || problem.title);
    this.status = problem.status;
    this.code = problem.code;
    this.title = problem.title;
    this.detail = problem.detail;
    this.faults = problem.errors ?? [];
  }

  static of(body: unknown, response: Response): ProblemError {
    const given = (typeof body === 'object' && body !== null ? body : {}) as Partial<components['schemas']['Problem']>;
    return new ProblemError({
      status: response.status,
      code: given.code ?? 'HTTP_' + String(response.status),
      title: given.title ?? response.statusText,
      detail: given.detail ?? '',
      errors: given.errors,
    });
  }

  static unreachable(): ProblemError {
    return new ProblemError({ status: 0, code: 'UNREACHABLE', title: '', detail: '' });
  }
}

export function isProblem(error: unknown, ...codes: string[]): error is ProblemError {
  return error instanceof ProblemError && (codes.length === 0 || codes.includes(error.code));
}
