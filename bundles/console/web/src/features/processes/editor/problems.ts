import type { TFunction } from 'i18next';
import { findAtom, type Atom } from '../../../api/atoms';
import { referencesIn, type JsonSchema } from '../../../shared/schema-form/schema';
import { faultsOf } from '../../../shared/schema-form/validate';
import { allNodes, type Draft, type DraftNode } from './draft';

export interface Problem {
  /** Of which node; undefined: of the process itself. */
  node?: string;
  pointer: string;
  message: string;
}

/** KEYs with which node makes them: variables of the process from the start, outputs once their node has ended. */
export function keysBefore(draft: Draft, node: string, business: string[]): Set<string> {
  const keys = new Set([...draft.variables.map((it) => it.key), ...business.map((key) => `business.${key}`)]);
  for (const step of draft.steps) {
    for (const it of step.nodes) {
      if (it.id === node) return keys;
      if (step.mode === 'SERIAL' || !step.nodes.some((other) => other.id === node)) addOutputs(keys, it);
    }
  }
  return keys;
}

function addOutputs(keys: Set<string>, node: DraftNode): void {
  Object.values(node.outputs).forEach((key) => keys.add(key));
  keys.add(`node.${node.id}`);
}

const known = new WeakMap<DraftNode, { schema: JsonSchema | undefined; language: string; faults: Problem[] }>();

/** Faults of a node's form; remembered as long as the node stays the same, so that 500 nodes cost what one costs. */
function formProblems(node: DraftNode, atom: Atom | undefined, language: string, t: TFunction): Problem[] {
  const schema = atom?.inputs as JsonSchema | undefined;
  const before = known.get(node);
  if (before?.schema === schema && before?.language === language && before) return before.faults;
  const faults = schema
    ? faultsOf(schema, node.params, t).map((fault) => ({ ...fault, node: node.id }))
    : [{ node: node.id, pointer: '', message: t('processes.editor.problem.unknownAtom', { atom: node.atom }) }];
  known.set(node, { schema, language, faults });
  return faults;
}

export function problemsOf(
  draft: Draft,
  atoms: Atom[],
  business: string[] | undefined,
  language: string,
  t: TFunction,
): Problem[] {
  const problems: Problem[] = [];
  if (draft.name.trim() === '') problems.push({ pointer: '/name', message: t('processes.editor.problem.noName') });
  if (allNodes(draft).length === 0)
    problems.push({ pointer: '/steps', message: t('processes.editor.problem.noNodes') });
  const outputsAnywhere = new Set(
    allNodes(draft).flatMap((node) => [...Object.values(node.outputs), `node.${node.id}`]),
  );
  const keys = new Set(draft.variables.map((it) => it.key));
  for (const step of draft.steps) {
    const made = new Set<string>();
    for (const node of step.nodes) {
      problems.push(...formProblems(node, findAtom(atoms, node.atom, node.atomVersion), language, t));
      const seen = step.mode === 'SERIAL' ? new Set([...keys, ...made]) : keys;
      for (const { key, pointer } of referencesIn(node.params)) {
        const root = key.startsWith('node.') ? key.split('.').slice(0, 2).join('.') : key;
        const element = node.forEach ? (node.forEach.as ?? 'item') : undefined;
        if (seen.has(root) || key.startsWith('task.')) continue;
        if (element !== undefined && [element, `${element}_index`].includes(root.split('.')[0] ?? '')) continue;
        if (key.startsWith('business.') && (business === undefined || business.includes(key.slice(9)))) continue;
        const later = outputsAnywhere.has(root);
        problems.push({
          node: node.id,
          pointer,
          message: t(later ? 'processes.editor.problem.laterOutput' : 'processes.editor.problem.unknownKey', {
            key: `\${${key}}`,
          }),
        });
      }
      addOutputs(made, node);
    }
    made.forEach((key) => keys.add(key));
  }
  return problems;
}
