import type { Atom } from '../../../api/atoms';
import type { JsonSchema } from '../../../shared/schema-form/schema';
import { allNodes, freeName, idFrom, idsOf, placeOf, type Draft, type DraftNode, type DraftStep } from './draft';
import { renameIn } from './references';
import { variableFor } from './variables';

/** Every change of a draft: pure, and sharing what did not change, so that only that is drawn again. */
export type Edit = (draft: Draft) => Draft;

const withStep =
  (id: string, change: (step: DraftStep) => DraftStep): Edit =>
  (draft) => ({ ...draft, steps: draft.steps.map((step) => (step.id === id ? change(step) : step)) });

export const setProcess =
  (patch: Partial<Draft>): Edit =>
  (draft) => ({ ...draft, ...patch });

export const setStep = (id: string, patch: Partial<DraftStep>): Edit => withStep(id, (step) => ({ ...step, ...patch }));

export const setNode =
  (id: string, patch: Partial<DraftNode>): Edit =>
  (draft) => ({
    ...draft,
    steps: draft.steps.map((step) =>
      step.nodes.some((node) => node.id === id)
        ? { ...step, nodes: step.nodes.map((node) => (node.id === id ? { ...node, ...patch } : node)) }
        : step,
    ),
  });

export const addNode =
  (atom: Atom, step: string, index: number): Edit =>
  (draft) => {
    const id = freeName(idFrom(atom.code), idsOf(draft));
    const names = new Set(allNodes(draft).map((node) => node.name));
    const node: DraftNode = {
      id,
      name: freeName(atom.name, names, ' '),
      atom: atom.code,
      atomVersion: null,
      timing: atom.timing,
      mandatory: false,
      params: {},
      policy: {},
      outputs: {},
    };
    return withStep(step, (it) => ({ ...it, nodes: it.nodes.toSpliced(index, 0, node) }))(draft);
  };

export const removeNode =
  (id: string): Edit =>
  (draft) => ({
    ...draft,
    steps: draft.steps.map((step) =>
      step.nodes.some((node) => node.id === id)
        ? { ...step, nodes: step.nodes.filter((node) => node.id !== id) }
        : step,
    ),
  });

export const copyNode =
  (id: string): Edit =>
  (draft) => {
    const place = placeOf(draft, id);
    const node = place && draft.steps[place.step]?.nodes[place.index];
    if (!node) return draft;
    const copy = {
      ...node,
      id: freeName(node.id, idsOf(draft)),
      name: freeName(node.name, new Set(allNodes(draft).map((it) => it.name)), ' '),
      outputs: {},
    };
    return {
      ...draft,
      steps: draft.steps.map((step, i) =>
        i === place.step ? { ...step, nodes: step.nodes.toSpliced(place.index + 1, 0, copy) } : step,
      ),
    };
  };

/** To a place counted as if the node were not there yet. */
export const moveNode =
  (id: string, toStep: string, toIndex: number): Edit =>
  (draft) => {
    const place = placeOf(draft, id);
    const node = place && draft.steps[place.step]?.nodes[place.index];
    if (!node) return draft;
    if (draft.steps[place.step]?.id === toStep && place.index === toIndex) return draft;
    return {
      ...draft,
      steps: draft.steps.map((step, i) => {
        const without = i === place.step ? step.nodes.filter((it) => it.id !== id) : step.nodes;
        if (step.id === toStep) return { ...step, nodes: without.toSpliced(toIndex, 0, node) };
        return i === place.step ? { ...step, nodes: without } : step;
      }),
    };
  };

export const addStep =
  (name: string, index?: number): Edit =>
  (draft) => {
    const taken = idsOf(draft);
    const step: DraftStep = {
      id: freeName(`step${String(draft.steps.length + 1)}`, taken),
      name,
      mode: 'SERIAL',
      start: 'AUTOMATIC',
      nodes: [],
    };
    return { ...draft, steps: draft.steps.toSpliced(index ?? draft.steps.length, 0, step) };
  };

export const removeStep =
  (id: string): Edit =>
  (draft) => ({ ...draft, steps: draft.steps.filter((step) => step.id !== id) });

export const moveStep =
  (id: string, by: number): Edit =>
  (draft) => {
    const from = draft.steps.findIndex((step) => step.id === id);
    const step = draft.steps[from];
    const to = from + by;
    if (!step || to < 0 || to >= draft.steps.length) return draft;
    return { ...draft, steps: draft.steps.toSpliced(from, 1).toSpliced(to, 0, step) };
  };

export const copyStep =
  (id: string): Edit =>
  (draft) => {
    const at = draft.steps.findIndex((step) => step.id === id);
    const step = draft.steps[at];
    if (!step) return draft;
    const taken = idsOf(draft);
    const free = (base: string) => {
      const name = freeName(base, taken);
      taken.add(name);
      return name;
    };
    const copy = {
      ...step,
      id: free(step.id),
      nodes: step.nodes.map((node) => ({ ...node, id: free(node.id), outputs: {} })),
    };
    return { ...draft, steps: draft.steps.toSpliced(at + 1, 0, copy) };
  };

/** The parameter becomes a variable with its value as the default, and `${KEY}` takes its place. */
export const addAsVariable =
  (node: string, field: { name: string; label: string; schema: JsonSchema; required: boolean }): Edit =>
  (draft) => {
    const value = allNodes(draft).find((it) => it.id === node)?.params[field.name];
    const taken = new Set([
      ...draft.variables.map((it) => it.key),
      ...allNodes(draft).flatMap((it) => Object.values(it.outputs)),
      'business',
      'task',
      'node',
    ]);
    const variable = variableFor(freeName(idFrom(field.name), taken), field, value);
    const params = { ...allNodes(draft).find((it) => it.id === node)?.params, [field.name]: `\${${variable.key}}` };
    return setNode(node, { params })({ ...draft, variables: [...draft.variables, variable] });
  };

export const setVariable =
  (key: string, patch: Partial<Draft['variables'][number]>): Edit =>
  (draft) => ({
    ...draft,
    variables: draft.variables.map((it) => (it.key === key ? { ...it, ...patch } : it)),
  });

export const removeVariable =
  (key: string): Edit =>
  (draft) => ({ ...draft, variables: draft.variables.filter((it) => it.key !== key) });

/** Everywhere it is used. */
export const renameVariable =
  (from: string, to: string): Edit =>
  (draft) => ({
    ...setVariable(from, { key: to })(draft),
    steps: draft.steps.map((step) => ({
      ...step,
      nodes: step.nodes.map((node) => ({
        ...node,
        params: renameIn(node.params, from, to) as Record<string, unknown>,
        outputs: Object.fromEntries(Object.entries(node.outputs).map(([name, key]) => [name, key === from ? to : key])),
      })),
    })),
  });
