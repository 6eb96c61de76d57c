import Button from '@mui/material/Button';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import type { Atom } from '../../api/atoms';
import { answer, api, type Schemas } from '../../api/client';
import { queryClient } from '../../api/query-client';
import { useBusiness } from '../../app/use-business';
import { forget, keep, readKept } from '../../shared/lib/persisted';
import { ActionButton } from '../../shared/ui/action-button';
import { Page } from '../../shared/ui/page';
import { ProblemNotice } from '../../shared/ui/problem-notice';
import ui from '../../shared/ui/ui.module.css';
import { CheckStage } from './check-stage';
import { asked, fresh, nodesOf, type Entered } from './entered';
import css from './new-task.module.css';
import type { Process, Task } from './queries';
import { SelectStage } from './select-stage';
import { useVariableFaults, VariableStage } from './variable-stage';

interface StagesProps {
  process: Process;
  atoms: Atom[];
  prepared: { task: Task; etag: string } | undefined;
}

/** Select steps → enter variables → check and start. Each stage is an address, and Back keeps everything. */
export function Stages({ process, atoms, prepared }: StagesProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const business = useBusiness();
  const [params, setParams] = useSearchParams();
  const slot = prepared ? `task.${prepared.task.id}` : `newTask.${process.id}.${String(process.revision)}`;
  const [entered, setEntered] = useState<Entered>(() =>
    readKept(slot, prepared ? ofTask(prepared.task) : fresh(process)),
  );
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  // one key for one task: a second click, or a repeat after a lost answer, makes no second one
  const [key] = useState(() => crypto.randomUUID());
  const stage = Math.min(3, Math.max(1, Number(params.get('stage') ?? 1)));
  const variables = asked(process, entered.nodes);
  const faults = useVariableFaults(variables, entered.variables);

  useEffect(() => {
    keep(slot, entered);
  }, [slot, entered]);

  const go = (to: number) => {
    setError(null);
    setTried(false);
    setParams((now) => {
      const next = new URLSearchParams(now);
      next.set('stage', String(to));
      return next;
    });
    document.getElementById('content')?.scrollTo(0, 0);
  };

  const input = (more: Partial<Schemas['TaskInput']>): Schemas['TaskInput'] =>
    ({
      ...(entered.name.trim() === '' ? {} : { name: entered.name.trim() }),
      variables: Object.fromEntries(
        Object.entries(entered.variables).filter(([it]) => variables.some((variable) => variable.key === it)),
      ),
      nodes: entered.nodes.length === nodesOf(process).length ? null : entered.nodes,
      ...(Object.keys(entered.params).length === 0 ? {} : { params: entered.params }),
      ...(entered.startAt === '' ? {} : { startAt: new Date(entered.startAt).toISOString() }),
      ...more,
    }) as Schemas['TaskInput'];

  const validate = async (body: Schemas['TaskInput']) => {
    await answer(
      api.POST('/processes/{process}/tasks', {
        params: { path: { process: process.id }, query: { validateOnly: true } },
        body,
      }),
    );
  };

  const attempt = async (work: () => Promise<unknown>) => {
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      await work();
    } catch (failure) {
      setError(failure);
    }
    setBusy(false);
  };

  const next = () =>
    attempt(async () => {
      if (stage === 1) {
        await validate({ nodes: entered.nodes, start: false });
        go(2);
      } else {
        setTried(true);
        if (faults.length > 0) {
          requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
          return;
        }
        await validate(input({}));
        go(3);
      }
    });

  const create = (start: boolean) =>
    attempt(async () => {
      const begin = start && entered.startAt === '';
      let task: Task;
      if (prepared) {
        task = (await answer(
          api.PUT('/tasks/{task}', {
            params: { path: { task: prepared.task.id }, header: { 'If-Match': prepared.etag } },
            body: input({ name: entered.name.trim() === '' ? prepared.task.name : entered.name.trim() }),
          }),
        )) as Task;
        if (begin)
          task = (await answer(api.POST('/tasks/{task}/start', { params: { path: { task: task.id } } }))) as Task;
      } else
        task = (await answer(
          api.POST('/processes/{process}/tasks', {
            params: { path: { process: process.id }, header: { 'Idempotency-Key': `${key}-${String(start)}` } },
            body: input({ start: begin }),
          }),
        )) as Task;
      forget(slot);
      await queryClient.invalidateQueries({ queryKey: ['tasks'] });
      await navigate(`/b/${business.id}/tasks/${task.id}`);
    });

  const names = [t('words.stepSelection'), t('words.parameterEntry'), t('words.taskExecution')];
  return (
    <Page title={t('newTask.title', { name: process.name })}>
      <ol className={css.stages} aria-label={t('newTask.stages')}>
        {names.map((name, i) => (
          <li key={name} aria-current={stage === i + 1 ? 'step' : undefined} className={stage > i + 1 ? css.done : ''}>
            <span>{i + 1}</span>
            {name}
          </li>
        ))}
      </ol>
      {stage === 1 && <SelectStage process={process} entered={entered} onChange={setEntered} />}
      {stage === 2 && (
        <VariableStage variables={variables} entered={entered} onChange={setEntered} faults={tried ? faults : []} />
      )}
      {stage === 3 && <CheckStage process={process} atoms={atoms} entered={entered} onChange={setEntered} />}
      <ProblemNotice error={error} />
      <div className={css.foot}>
        {stage > 1 && (
          <Button
            onClick={() => {
              go(stage - 1);
            }}
          >
            {t('common.back')}
          </Button>
        )}
        <span className={ui.muted}>
          {stage === 1 && t('newTask.chosen', { n: entered.nodes.length, total: nodesOf(process).length })}
        </span>
        {stage < 3 && (
          <ActionButton
            variant="contained"
            why={entered.nodes.length === 0 ? t('newTask.nothingChosen') : undefined}
            onClick={() => void next()}
          >
            {t('words.next')}
          </ActionButton>
        )}
        {stage === 3 && (
          <>
            <Button disabled={busy} onClick={() => void create(false)}>
              {t('newTask.keepForLater')}
            </Button>
            <Button variant="contained" disabled={busy} onClick={() => void create(true)}>
              {t('words.startExecution')}
            </Button>
          </>
        )}
      </div>
    </Page>
  );
}

function ofTask(task: Task): Entered {
  return {
    nodes: task.nodes ?? task.steps.flatMap((step) => step.nodes.map((node) => node.id)),
    variables: task.variables,
    params: {},
    name: task.name,
    startAt: '',
  };
}
