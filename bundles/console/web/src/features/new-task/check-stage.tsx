import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findAtom, type Atom } from '../../api/atoms';
import { answer, api } from '../../api/client';
import { useBusiness } from '../../app/use-business';
import { SchemaForm } from '../../shared/schema-form/schema-form';
import { titleOf, type JsonSchema } from '../../shared/schema-form/schema';
import { faultsOf } from '../../shared/schema-form/validate';
import { Ask } from '../../shared/ui/ask';
import { TextField } from '../../shared/ui/field';
import field from '../../shared/ui/field.module.css';
import { GreyRows } from '../../shared/ui/grey-rows';
import { Icon } from '../../shared/ui/icon';
import { ProblemNotice } from '../../shared/ui/problem-notice';
import { Pairs } from '../../shared/ui/value';
import ui from '../../shared/ui/ui.module.css';
import { nodesOf, type Entered } from './entered';
import css from './new-task.module.css';
import type { Process } from './queries';

interface CheckStageProps {
  process: Process;
  atoms: Atom[];
  entered: Entered;
  onChange: (entered: Entered) => void;
}

type Values = Record<string, unknown>;

/** What each node will get, in order; every parameter may still be changed, for this task alone. */
export function CheckStage({ process, atoms, entered, onChange }: CheckStageProps) {
  const { t, i18n } = useTranslation();
  const business = useBusiness();
  const [changed, setChanged] = useState<string | null>(null);
  const preview = useQuery({
    queryKey: ['process', process.id, 'preview', entered.variables, entered.nodes, entered.params],
    placeholderData: (before) => before,
    queryFn: () =>
      answer(
        api.POST('/processes/{process}/preview', {
          params: { path: { process: process.id } },
          body: {
            variables: entered.variables,
            nodes: entered.nodes,
            params: entered.params,
          },
        }),
      ),
  });
  const nodes = new Map(nodesOf(process).map((node) => [node.id, node]));
  const mayModify = business.role === 'BUSINESS_ADMIN';
  const titles = (code: string, version: string | null) => {
    const schema = findAtom(atoms, code, version)?.inputs as JsonSchema | undefined;
    return Object.fromEntries(
      Object.entries(schema?.properties ?? {}).map(([name, part]) => [name, titleOf(part, name, i18n.language)]),
    );
  };

  return (
    <>
      <p className={ui.muted}>{t('newTask.checkText')}</p>
      <ProblemNotice error={preview.error} retry={() => void preview.refetch()} />
      {preview.isPending && <GreyRows />}
      {preview.data && preview.data.errors.length > 0 && (
        <div className={ui.problem} role="alert">
          <strong>{t('newTask.problems')}</strong>
          <ul>
            {preview.data.errors.map((fault) => (
              <li key={fault.pointer + fault.code}>
                <code>{fault.pointer}</code> {fault.message}
              </li>
            ))}
          </ul>
        </div>
      )}
      <ol className={css.checks}>
        {preview.data?.nodes.map((seen) => (
          <li key={seen.node} className={ui.panel}>
            <header>
              <div>
                <h3>{seen.name}</h3>
                <span className={ui.muted}>
                  {process.steps.find((step) => step.id === seen.step)?.name} · {seen.atom.code} {seen.atom.version}
                </span>
              </div>
              {entered.params[seen.node] && <span className={css.changed}>{t('newTask.changed')}</span>}
              <button
                type="button"
                className={field.small}
                aria-label={t('newTask.modify', { name: seen.name })}
                title={t('newTask.modify', { name: seen.name })}
                onClick={() => {
                  setChanged(seen.node);
                }}
              >
                <Icon name="edit" size={16} />
                {t('common.edit')}
              </button>
            </header>
            <Pairs values={seen.params} titles={titles(seen.atom.code, seen.atom.version)} />
            {seen.open.length > 0 && (
              <p className={ui.muted}>
                {t('newTask.knownLater')}: {seen.open.map((it) => it.reference).join(', ')}
              </p>
            )}
          </li>
        ))}
      </ol>
      <section className={`${ui.panel} ${css.form}`}>
        <TextField
          label={t('newTask.startAt')}
          type="datetime-local"
          value={entered.startAt}
          onChange={(startAt) => {
            onChange({ ...entered, startAt });
          }}
        />
      </section>
      {changed !== null && (
        <ModifyDialog
          name={nodes.get(changed)?.name ?? changed}
          schema={
            findAtom(atoms, nodes.get(changed)?.atom ?? '', nodes.get(changed)?.resolvedVersion ?? null)
              ?.inputs as JsonSchema
          }
          before={{ ...nodes.get(changed)?.params, ...entered.params[changed] }}
          note={mayModify ? undefined : t('newTask.mayNotModify')}
          onDone={(values, original) => {
            const patch = Object.fromEntries(
              [...new Set([...Object.keys(original), ...Object.keys(values)])]
                .filter((name) => JSON.stringify(original[name]) !== JSON.stringify(values[name]))
                .map((name) => [name, values[name] ?? null]),
            );
            const mine = { ...entered.params[changed], ...patch };
            onChange({ ...entered, params: { ...entered.params, [changed]: mine } });
          }}
          onClose={() => {
            setChanged(null);
          }}
        />
      )}
    </>
  );
}

interface ModifyDialogProps {
  name: string;
  schema: JsonSchema;
  before: Values;
  note: string | undefined;
  onDone: (values: Values, before: Values) => void;
  onClose: () => void;
}

function ModifyDialog({ name, schema, before, note, onDone, onClose }: ModifyDialogProps) {
  const { t } = useTranslation();
  const [values, setValues] = useState(before);
  const faults = faultsOf(schema, values, t);
  return (
    <Ask
      title={t('newTask.modify', { name })}
      {...(note === undefined ? {} : { text: note })}
      action={t('common.confirm')}
      wide
      ready={faults.length === 0}
      onDo={() => {
        onDone(values, before);
        return Promise.resolve();
      }}
      onClose={onClose}
    >
      <SchemaForm schema={schema} value={values} onChange={setValues} faults={faults} />
    </Ask>
  );
}
