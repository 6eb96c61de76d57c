import { referencesIn } from '../../shared/schema-form/schema';
import type { Process } from './queries';

type Values = Record<string, unknown>;

/** What was entered so far; kept in this browser until the task is made. */
export interface Entered {
  nodes: string[];
  variables: Values;
  params: Record<string, Values>;
  name: string;
  startAt: string;
}

export const nodesOf = (process: Process) => process.steps.flatMap((step) => step.nodes);

export function fresh(process: Process): Entered {
  return {
    nodes: nodesOf(process).map((node) => node.id),
    variables: Object.fromEntries(
      process.variables
        .filter((it) => it.default !== null && it.default !== undefined)
        .map((it) => [it.key, it.default]),
    ),
    params: {},
    name: '',
    startAt: '',
  };
}

/** Variables that somebody is asked for: shown, and used by a node that is chosen. */
export function asked(process: Process, nodes: string[]): Process['variables'] {
  const used = new Set(
    nodesOf(process)
      .filter((node) => nodes.includes(node.id))
      .flatMap((node) => referencesIn(node.params).map((it) => it.key)),
  );
  return process.variables.filter((it) => it.shown && used.has(it.key));
}

/** Chosen nodes that use an output of one that is not chosen. */
export function missingOutputs(process: Process, nodes: string[]): { node: string; from: string }[] {
  const all = nodesOf(process);
  const maker = new Map<string, { id: string; name: string }>();
  for (const node of all) {
    const made = { id: node.id, name: node.name ?? node.id };
    maker.set(`node.${node.id}`, made);
    Object.values(node.outputs ?? {}).forEach((key) => maker.set(key, made));
  }
  return all
    .filter((node) => nodes.includes(node.id))
    .flatMap((node) =>
      referencesIn(node.params).flatMap(({ key }) => {
        const from = maker.get(key.startsWith('node.') ? key.split('.').slice(0, 2).join('.') : key);
        return from && !nodes.includes(from.id) ? [{ node: node.name ?? node.id, from: from.name }] : [];
      }),
    );
}
