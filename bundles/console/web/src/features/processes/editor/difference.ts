import type { Change } from '../change-list';
import type { Draft } from './draft';

type Json = Record<string, unknown>;

/** What is different; steps and nodes are followed by their ids, variables by their KEYs. */
export function difference(before: Draft, after: Draft): Change[] {
  const changes: Change[] = [];
  compare('', byId(before), byId(after), changes);
  return changes;
}

const byId = (draft: Draft): Json => ({
  ...draft,
  variables: Object.fromEntries(draft.variables.map((it) => [it.key, it])),
  steps: Object.fromEntries(
    draft.steps.map((step) => [
      step.id,
      { ...step, nodes: Object.fromEntries(step.nodes.map((node) => [node.id, node])) },
    ]),
  ),
});

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function compare(pointer: string, before: unknown, after: unknown, changes: Change[]): void {
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  if (isObject(before) && isObject(after))
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)]))
      compare(`${pointer}/${key}`, before[key], after[key], changes);
  else
    changes.push({
      kind: before === undefined ? 'ADDED' : after === undefined ? 'REMOVED' : 'CHANGED',
      pointer,
      before,
      after,
    });
}
