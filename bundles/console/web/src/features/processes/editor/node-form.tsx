import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { findAtom } from '../../../api/atoms';
import { parseDuration, shortDuration } from '../../../shared/lib/times';
import { FormExtrasContext, type FormExtras } from '../../../shared/schema-form/form-extras';
import { ParsedInput } from '../../../shared/schema-form/parsed-input';
import { SchemaForm, withPart } from '../../../shared/schema-form/schema-form';
import { isReference, titleOf, type JsonSchema } from '../../../shared/schema-form/schema';
import { CheckField, ChoiceField, Field, Group, TextField } from '../../../shared/ui/field';
import field from '../../../shared/ui/field.module.css';
import { Icon } from '../../../shared/ui/icon';
import ui from '../../../shared/ui/ui.module.css';
import { TIMINGS } from '../process-types';
import { allNodes, type DraftNode } from './draft';
import { addAsVariable, setNode } from './edits';
import { useEditor } from './editor-context';
import css from './editor.module.css';
import { keysBefore, type Problem } from './problems';

/** The form of one node: what its atom needs, when it fails, what it gives to others. */
export function NodeForm({ node, problems }: { node: DraftNode; problems: Problem[] }) {
  const { t, i18n } = useTranslation();
  const { atoms, draft, businessKeys, edit } = useEditor();
  const versions = atoms.filter((atom) => atom.code === node.atom);
  const atom = findAtom(atoms, node.atom, node.atomVersion);
  const schema = atom?.inputs as JsonSchema | undefined;

  const change = useCallback(
    (patch: Partial<DraftNode>, tag?: string) => {
      edit(setNode(node.id, patch), tag === undefined ? undefined : `${node.id}.${tag}`);
    },
    [edit, node.id],
  );

  const references = useMemo(() => {
    const keys = keysBefore(
      draft,
      node.id,
      businessKeys.map((it) => it.key),
    );
    const names = new Map([
      ...draft.variables.map((it) => [it.key, it.name] as const),
      ...businessKeys.map((it) => [`business.${it.key}`, it.name] as const),
    ]);
    const outputs = allNodes(draft)
      .filter((it) => keys.has(`node.${it.id}`))
      .flatMap((it) =>
        Object.entries(
          (findAtom(atoms, it.atom, it.atomVersion)?.outputs as JsonSchema | undefined)?.properties ?? {},
        ).map(([name, part]) => ({
          key: `node.${it.id}.${name}`,
          name: `${it.name}: ${titleOf(part, name, i18n.language)}`,
        })),
      );
    return [
      ...[...keys].filter((key) => !key.startsWith('node.')).map((key) => ({ key, name: names.get(key) ?? '' })),
      ...outputs,
      { key: 'task.id', name: t('words.task') },
    ];
  }, [draft, node.id, businessKeys, atoms, i18n.language, t]);

  const extras = useMemo<FormExtras>(
    () => ({
      references,
      mayReference: true,
      enterSecrets: false,
      aside: ({ name, label, schema: part, value }) =>
        isReference(value) ? (
          <span className={css.reference}>
            <span className={ui.chip}>{value}</span>
            <button
              type="button"
              className={field.small}
              aria-label={t('processes.editor.variable.detach', { field: label })}
              title={t('processes.editor.variable.detach', { field: label })}
              onClick={() => {
                const key = value.slice(2, -1);
                const before = draft.variables.find((it) => it.key === key)?.default ?? part.default;
                change({ params: withPart(node.params, name, before ?? undefined) });
              }}
            >
              <Icon name="close" size={14} />
            </button>
          </span>
        ) : (
          <button
            type="button"
            className={field.small}
            title={t('processes.editor.variable.button', { field: label })}
            onClick={() => {
              edit(
                addAsVariable(node.id, {
                  name,
                  label,
                  schema: part,
                  required: schema?.required?.includes(name) ?? false,
                }),
              );
            }}
          >
            <Icon name="variable" size={14} />
            {t('words.addAsVariable')}
          </button>
        ),
    }),
    [references, t, draft.variables, node, change, edit, schema],
  );

  const retry = node.policy.retry;
  const outputs = Object.entries((atom?.outputs as JsonSchema | undefined)?.properties ?? {});
  const rest = problems.filter((it) => it.pointer === '');

  return (
    <div className={field.form}>
      <h2>{t('processes.editor.node.title', { name: node.name })}</h2>
      {rest.map((it) => (
        <p key={it.message} className={ui.problem}>
          {it.message}
        </p>
      ))}
      <TextField
        label={t('processes.editor.node.name')}
        value={node.name}
        onChange={(name) => {
          change({ name }, 'name');
        }}
      />
      <div className={field.row}>
        <ChoiceField
          label={t('words.timing.label')}
          value={node.timing ?? atom?.timing ?? ''}
          onChange={(timing) => {
            change({ timing: timing as DraftNode['timing'] });
          }}
          options={TIMINGS.map((it) => ({ value: it, label: t(`words.timing.${it}`) }))}
        />
        <ChoiceField
          label={t('processes.editor.versions')}
          value={node.atomVersion ?? ''}
          onChange={(version) => {
            change({ atomVersion: version === '' ? null : version });
          }}
          options={[
            { value: '', label: t('processes.editor.newest', { version: versions[0]?.version ?? '–' }) },
            ...versions.map((it) => ({
              value: it.version,
              label: t('processes.editor.pinned', { version: it.version }),
            })),
          ]}
        />
      </div>
      {atom && <p className={ui.muted}>{atom.description}</p>}
      <h3>{t('processes.editor.node.parameters')}</h3>
      {schema && (
        <FormExtrasContext value={extras}>
          <SchemaForm
            schema={schema}
            value={node.params}
            faults={problems}
            onChange={(params) => {
              change({ params }, 'params');
            }}
          />
        </FormExtrasContext>
      )}
      {outputs.length > 0 && (
        <Group legend={t('processes.editor.node.outputs')}>
          <p className={field.help}>{t('processes.editor.node.outputHelp')}</p>
          {outputs.map(([name, part]) => (
            <div key={name} className={css.output}>
              <span>
                {titleOf(part, name, i18n.language)}
                <br />
                <span className={ui.chip}>{`\${node.${node.id}.${name}}`}</span>
              </span>
              <TextField
                label={t('processes.editor.node.outputAsVariable', { name: titleOf(part, name, i18n.language) })}
                value={node.outputs[name] ?? ''}
                code
                onChange={(key) => {
                  const others = Object.fromEntries(Object.entries(node.outputs).filter(([it]) => it !== name));
                  change({ outputs: key === '' ? others : { ...others, [name]: key } }, `output.${name}`);
                }}
              />
            </div>
          ))}
        </Group>
      )}
      <Group legend={t('processes.editor.node.policy')}>
        <div className={field.row}>
          <ChoiceField
            label={t('processes.editor.node.retries')}
            value={String(retry?.attempts ?? 0)}
            onChange={(attempts) => {
              change({
                policy: { ...node.policy, retry: { backoff: 1, delay: 'PT10S', ...retry, attempts: Number(attempts) } },
              });
            }}
            options={Array.from({ length: 11 }, (_, i) => ({ value: String(i), label: String(i) }))}
          />
          <DurationField
            label={t('processes.editor.node.delay')}
            value={retry?.delay ?? null}
            onChange={(delay) => {
              const others = { attempts: retry?.attempts ?? 0, backoff: retry?.backoff ?? 1 };
              change({ policy: { ...node.policy, retry: delay === null ? others : { ...others, delay } } }, 'delay');
            }}
          />
        </div>
        <div className={field.row}>
          <DurationField
            label={t('processes.editor.node.timeout')}
            value={node.policy.timeout ?? null}
            onChange={(timeout) => {
              change({ policy: { ...node.policy, timeout } }, 'timeout');
            }}
          />
          <ChoiceField
            label={t('processes.editor.node.onFailure')}
            value={node.policy.onFailure ?? 'STOP'}
            onChange={(onFailure) => {
              change({ policy: { ...node.policy, onFailure: onFailure as 'STOP' | 'SKIP' } });
            }}
            options={(['STOP', 'SKIP'] as const).map((it) => ({
              value: it,
              label: t(`processes.editor.node.onFailureValue.${it}`),
            }))}
          />
        </div>
        <CheckField
          label={t('processes.editor.node.mandatory')}
          checked={node.mandatory}
          onChange={(mandatory) => {
            change({ mandatory });
          }}
        />
      </Group>
    </div>
  );
}

interface DurationFieldProps {
  label: string;
  help?: string;
  value: string | null;
  onChange: (value: string | null) => void;
}

export function DurationField({ label, help, value, onChange }: DurationFieldProps) {
  const { t } = useTranslation();
  const wrong = value !== null && parseDuration(value) === undefined;
  return (
    <Field
      label={label}
      {...(help === undefined ? {} : { help })}
      error={wrong ? t('common.schema.duration') : undefined}
    >
      {(control) => (
        <ParsedInput
          value={value}
          control={control}
          format={(it) => (typeof it === 'string' ? shortDuration(it) : '')}
          parse={(text) => (text.trim() === '' ? null : (parseDuration(text) ?? text))}
          onChange={(it) => {
            onChange(it as string | null);
          }}
        />
      )}
    </Field>
  );
}
