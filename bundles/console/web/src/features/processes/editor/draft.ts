import type { Schemas } from '../../../api/client';

/** A process while it is edited: every field is there, so that nothing has to ask whether it is. */
export interface Draft {
  name: string;
  type: Schemas['ProcessType'];
  notify: NonNullable<Schemas['Notify']> | null;
  timeout: string | null;
  onTimeout: Schemas['OnTimeout'];
  variables: DraftVariable[];
  steps: DraftStep[];
}

export interface DraftVariable {
  key: string;
  name: string;
  type: Schemas['Variable']['type'];
  required: boolean;
  shown: boolean;
  default: unknown;
  help: string;
  schema?: Record<string, unknown>;
}

export interface DraftStep {
  id: string;
  name: string;
  mode: 'SERIAL' | 'PARALLEL';
  start: 'AUTOMATIC' | 'MANUAL';
  nodes: DraftNode[];
}

export interface DraftNode {
  id: string;
  name: string;
  atom: string;
  atomVersion: string | null;
  timing: Schemas['Timing'] | null;
  mandatory: boolean;
  params: Record<string, unknown>;
  policy: Partial<Schemas['Policy']>;
  outputs: Record<string, string>;
  forEach?: { as?: string } | null;
}

export function newDraft(name: string, stepName: string): Draft {
  return {
    name,
    type: 'OTHER',
    notify: null,
    timeout: null,
    onTimeout: 'NOTIFY',
    variables: [],
    steps: [{ id: 'step1', name: stepName, mode: 'SERIAL', start: 'AUTOMATIC', nodes: [] }],
  };
}

export function fromProcess(process: Schemas['Process']): Draft {
  return {
    name: process.name,
    type: process.type,
    notify: process.notify,
    timeout: process.timeout,
    onTimeout: process.onTimeout,
    variables: process.variables.map((it) => ({
      key: it.key,
      name: it.name ?? it.key,
      type: it.type,
      required: it.required,
      shown: it.shown,
      default: it.default ?? null,
      help: it.help ?? '',
      ...(it.schema === undefined ? {} : { schema: it.schema }),
    })),
    // what this editor has no field for yet stays as it is
    steps: process.steps.map((step) => ({
      ...step,
      id: step.id,
      name: step.name ?? step.id,
      mode: step.mode,
      start: step.start,
      nodes: step.nodes.map(({ resolvedVersion: _made, ...node }) => ({
        ...node,
        id: node.id,
        name: node.name ?? node.id,
        atom: node.atom,
        atomVersion: node.atomVersion ?? null,
        timing: node.timing ?? null,
        mandatory: node.mandatory,
        params: node.params ?? {},
        policy: node.policy ?? {},
        outputs: node.outputs ?? {},
      })),
    })),
  };
}

export function toInput(draft: Draft, more: { draft: boolean; comment?: string }): Schemas['ProcessInput'] {
  return {
    ...draft,
    ...more,
    steps: draft.steps.map((step) => ({
      ...step,
      nodes: step.nodes.map(({ timing, ...node }) => ({ ...node, ...(timing === null ? {} : { timing }) })),
    })),
  } as Schemas['ProcessInput'];
}

export const allNodes = (draft: Draft): DraftNode[] => draft.steps.flatMap((step) => step.nodes);

export function placeOf(draft: Draft, id: string): { step: number; index: number } | undefined {
  for (const [step, it] of draft.steps.entries()) {
    const index = it.nodes.findIndex((node) => node.id === id);
    if (index >= 0) return { step, index };
  }
  return undefined;
}

/** `base`, or with the first number that makes it free. */
export function freeName(base: string, taken: Set<string>, between = ''): string {
  let name = base;
  for (let n = 2; taken.has(name); n++) name = `${base.slice(0, 60)}${between}${String(n)}`;
  return name;
}

/** An id from a code such as `tencent-cdn-prefetch`. */
export function idFrom(code: string): string {
  const camel = code.replace(/[^A-Za-z0-9]+(.)?/g, (_, next: string | undefined) => (next ?? '').toUpperCase());
  return (/^[A-Za-z]/.test(camel) ? camel : `n${camel}`).slice(0, 56);
}

export const idsOf = (draft: Draft): Set<string> =>
  new Set(draft.steps.flatMap((step) => [step.id, ...step.nodes.map((node) => node.id)]));
