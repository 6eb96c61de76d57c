import { describe, expect, it } from 'vitest';
import type { Atom } from '../../../api/atoms';
import { newDraft, type Draft } from './draft';
import { addAsVariable, addNode, addStep, copyStep, moveNode, renameVariable, setNode, setStep } from './edits';
import { step as advance, type History } from './history';
import { problemsOf } from './problems';

const atom: Atom = {
  code: 'tencent-cdn-prefetch',
  version: '1.0.0',
  name: 'CDN prefetch',
  group: 'CDN',
  description: '',
  icon: 'cdn',
  timing: 'OPERATION_EXECUTION',
  state: 'ACTIVE',
  inputs: {
    type: 'object',
    properties: { urls: { type: 'array', items: { type: 'string', format: 'uri' }, minItems: 1 } },
    required: ['urls'],
  },
  outputs: {},
  recovery: 'REATTACH',
  bundle: 'b',
};

const urls = { name: 'urls', label: 'URLs', schema: { type: 'array', items: { type: 'string' } }, required: true };
const text = ((key: string, values?: { key?: string }) => `${key} ${values?.key ?? ''}`.trim()) as never;
const problems = (draft: Draft) =>
  problemsOf(draft, [atom], [], 'en', text).map((it) => `${it.node ?? ''}${it.pointer} ${it.message}`);

const oneNode = addNode(atom, 'step1', 0)(newDraft('CDN', 'Step 1'));
const twoNodes = addNode(atom, 'step1', 1)(oneNode);

describe('edits', () => {
  it('give every node an id and a name of its own', () => {
    expect(twoNodes.steps[0]?.nodes.map((node) => [node.id, node.name])).toEqual([
      ['tencentCdnPrefetch', 'CDN prefetch'],
      ['tencentCdnPrefetch2', 'CDN prefetch 2'],
    ]);
  });

  it('make a variable of a parameter, with its value as the default', () => {
    const filled = setNode('tencentCdnPrefetch', { params: { urls: ['https://a.example/'] } })(oneNode);
    const draft = addAsVariable('tencentCdnPrefetch', urls)(filled);
    expect(draft.variables).toMatchObject([
      { key: 'urls', name: 'URLs', type: 'LIST', default: ['https://a.example/'] },
    ]);
    expect(draft.steps[0]?.nodes[0]?.params).toEqual({ urls: '${urls}' });
  });

  it('rename a KEY everywhere, but no escaped one', () => {
    const draft = setNode('tencentCdnPrefetch', { params: { urls: ['${urls}/a', '$${urls}'] } })(
      addAsVariable('tencentCdnPrefetch', urls)(oneNode),
    );
    expect(renameVariable('urls', 'links')(draft).steps[0]?.nodes[0]?.params).toEqual({
      urls: ['${links}/a', '$${urls}'],
    });
  });

  it('move a node to another step, and leave alone what did not change', () => {
    const draft = addStep('Step 2')(addStep('Step 2')(twoNodes));
    const moved = moveNode('tencentCdnPrefetch', 'step2', 0)(draft);
    expect(moved.steps.map((step) => step.nodes.map((node) => node.id))).toEqual([
      ['tencentCdnPrefetch2'],
      ['tencentCdnPrefetch'],
      [],
    ]);
    expect(moved.steps[2]).toBe(draft.steps[2]);
  });

  it('copy a step with ids of its own', () => {
    const ids = copyStep('step1')(twoNodes).steps.flatMap((step) => [step.id, ...step.nodes.map((node) => node.id)]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('history', () => {
  const begin: History = { past: [], now: oneNode, future: [], tag: undefined, at: 0 };
  const typed = (history: History, name: string, at: number) =>
    advance(history, { kind: 'EDIT', edit: setStep('step1', { name }), tag: 'name', at });

  it('takes back what was typed in one go at once', () => {
    const done = typed(typed(begin, 'P', 1000), 'Pr', 1500);
    expect(advance(done, { kind: 'UNDO' }).now).toBe(oneNode);
  });

  it('brings back what was undone', () => {
    const done = typed(begin, 'P', 1000);
    const again = advance(advance(done, { kind: 'UNDO' }), { kind: 'REDO' });
    expect(again.now).toBe(done.now);
  });
});

describe('problems', () => {
  it('name what is missing where it is missing', () => {
    expect(problems(oneNode)).toEqual(['tencentCdnPrefetch/urls common.schema.required']);
  });

  it('know no KEY that is not there', () => {
    const draft = setNode('tencentCdnPrefetch', { params: { urls: '${link}' } })(oneNode);
    expect(problems(draft)).toEqual(['tencentCdnPrefetch/urls processes.editor.problem.unknownKey ${link}']);
  });

  it('let a node use an output only after its node has ended', () => {
    const draft = setNode('tencentCdnPrefetch2', { params: { urls: '${node.tencentCdnPrefetch.taskIds}' } })(
      setNode('tencentCdnPrefetch', { params: { urls: ['https://a.example/'] } })(twoNodes),
    );
    expect(problems(draft)).toEqual([]);
    expect(problems(setStep('step1', { mode: 'PARALLEL' })(draft))).toHaveLength(1);
  });

  it('are none once everything is in place', () => {
    expect(problems(addAsVariable('tencentCdnPrefetch', urls)(oneNode))).toEqual([]);
  });
});
