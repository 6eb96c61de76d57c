import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { atomsQuery, findAtom } from '../../api/atoms';
import { FormExtrasContext } from '../../shared/schema-form/form-extras';
import { SchemaForm } from '../../shared/schema-form/schema-form';
import type { JsonSchema } from '../../shared/schema-form/schema';
import { faultsOf } from '../../shared/schema-form/validate';
import { Ask } from '../../shared/ui/ask';
import { GreyRows } from '../../shared/ui/grey-rows';
import ui from '../../shared/ui/ui.module.css';
import { retry } from './commands';
import { nodeQuery, type Task, type TaskNode } from './queries';
import css from './tasks.module.css';

type Values = Record<string, unknown>;
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Starts from the values of the last attempt and marks what was changed; only that is sent. */
export function RetryDialog({ task, node, onClose }: { task: Task; node: TaskNode; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const atoms = useQuery(atomsQuery(i18n.language)).data;
  const full = useQuery(nodeQuery(task.id, node.id)).data;
  const before = useMemo(() => (full?.attempts.at(-1)?.params ?? node.params) as Values, [full, node]);
  const [edited, setEdited] = useState<Values | null>(null);
  const params = edited ?? before;
  const schema = (atoms && findAtom(atoms, node.atom.code, node.atom.version)?.inputs) as JsonSchema | undefined;
  const names = [...new Set([...Object.keys(before), ...Object.keys(params)])];
  const changed = names.filter((name) => !same(before[name], params[name]));
  const faults = schema ? faultsOf(schema, params, t) : [];

  const extras = {
    references: [],
    mayReference: false,
    enterSecrets: false,
    below: ({ name }: { name: string }) =>
      changed.includes(name) ? (
        <p className={css.changedNote}>
          {t('tasks.retry.changed')} · {t('tasks.retry.was', { value: shortly(before[name]) })}
        </p>
      ) : null,
  };

  return (
    <Ask
      title={t('tasks.retry.title', { name: node.name })}
      text={t('tasks.retry.text')}
      action={t('words.action.RETRY')}
      wide
      ready={faults.length === 0}
      onDo={() =>
        retry(task.id, node.id, {
          attempt: node.attempt,
          ...(changed.length === 0
            ? {}
            : { params: Object.fromEntries(changed.map((name) => [name, params[name] ?? null])) }),
        })
      }
      onClose={onClose}
    >
      {node.error && (
        <div className={ui.problem}>
          <strong>{node.error.message}</strong>
        </div>
      )}
      {schema ? (
        <FormExtrasContext value={extras}>
          <SchemaForm schema={schema} value={params} onChange={setEdited} faults={faults} />
        </FormExtrasContext>
      ) : (
        <GreyRows />
      )}
      <p className={ui.muted} aria-live="polite">
        {changed.length === 0 ? t('tasks.retry.none') : t('tasks.retry.count', { count: changed.length })}
      </p>
    </Ask>
  );
}

const shortly = (value: unknown): string => {
  const text = value === undefined ? '–' : typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
};
