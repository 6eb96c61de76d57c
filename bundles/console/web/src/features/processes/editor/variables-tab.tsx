import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findAtom } from '../../../api/atoms';
import { copyText } from '../../../shared/lib/clipboard';
import { referencesIn, titleOf, type JsonSchema } from '../../../shared/schema-form/schema';
import { SchemaForm } from '../../../shared/schema-form/schema-form';
import { ActionButton } from '../../../shared/ui/action-button';
import { CheckField, TextField } from '../../../shared/ui/field';
import field from '../../../shared/ui/field.module.css';
import { Icon } from '../../../shared/ui/icon';
import { tell } from '../../../shared/ui/messages';
import ui from '../../../shared/ui/ui.module.css';
import { allNodes, type DraftVariable } from './draft';
import { removeVariable, renameVariable, setVariable } from './edits';
import { useEditor } from './editor-context';
import css from './editor.module.css';

const RESERVED = ['business', 'task', 'node'];

export function CopyKey({ reference }: { reference: string }) {
  const { t } = useTranslation();
  const copy = async () => {
    await copyText(`\${${reference}}`);
    tell(`${t('common.copied')}: \${${reference}}`);
  };
  return (
    <button
      type="button"
      className={field.small}
      title={t('processes.editor.variable.copy', { key: reference })}
      onClick={() => void copy()}
    >
      <Icon name="copy" size={14} />
      {t('words.copyKey')}
    </button>
  );
}

/** Every KEY to copy, where it is used, and how its variable is asked for. */
export function VariablesTab() {
  const { t, i18n } = useTranslation();
  const { draft, atoms, businessKeys } = useEditor();
  const uses = useMemo(() => {
    const byKey = new Map<string, { node: string; name: string; field: string }[]>();
    for (const node of allNodes(draft)) {
      const schema = findAtom(atoms, node.atom, node.atomVersion)?.inputs as JsonSchema | undefined;
      for (const { key, pointer } of referencesIn(node.params)) {
        const name = pointer.split('/')[1] ?? '';
        const use = {
          node: node.id,
          name: node.name,
          field: titleOf(schema?.properties?.[name] ?? {}, name, i18n.language),
        };
        byKey.set(key, [...(byKey.get(key) ?? []), use]);
      }
    }
    return byKey;
  }, [draft, atoms, i18n.language]);
  const outputs = allNodes(draft).flatMap((node) =>
    Object.values(node.outputs).map((key) => ({ key, name: node.name })),
  );

  return (
    <div className={field.form}>
      <h2>{t('words.variableConfiguration')}</h2>
      {draft.variables.length === 0 && <p className={ui.muted}>{t('processes.editor.variable.empty')}</p>}
      {draft.variables.map((variable, i) => (
        // a KEY changes while it is typed, its place does not
        <VariableCard key={i} variable={variable} uses={uses.get(variable.key) ?? []} />
      ))}
      {outputs.length > 0 && <KeyList title={t('processes.editor.variable.outputsOf')} keys={outputs} />}
      {businessKeys.length > 0 && (
        <KeyList
          title={t('processes.editor.variable.business')}
          keys={businessKeys.map((it) => ({ key: `business.${it.key}`, name: it.name }))}
        />
      )}
    </div>
  );
}

function KeyList({ title, keys }: { title: string; keys: { key: string; name: string }[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <ul className={css.keys}>
        {keys.map((it) => (
          <li key={it.key}>
            <span className={ui.chip}>{`\${${it.key}}`}</span>
            <span className={ui.muted}>{it.name}</span>
            <CopyKey reference={it.key} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface VariableCardProps {
  variable: DraftVariable;
  uses: { node: string; name: string; field: string }[];
}

function VariableCard({ variable, uses }: VariableCardProps) {
  const { t } = useTranslation();
  const { draft, edit, openNode } = useEditor();
  const [key, setKey] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const typed = key ?? variable.key;
  const others = [
    ...draft.variables.filter((it) => it !== variable).map((it) => it.key),
    ...allNodes(draft).flatMap((it) => Object.values(it.outputs)),
  ];
  const error = !/^[A-Za-z][A-Za-z0-9_]{0,63}$/.test(typed)
    ? t('processes.editor.variable.keyForm')
    : RESERVED.includes(typed)
      ? t('processes.editor.variable.keyReserved', { key: typed })
      : others.includes(typed)
        ? t('processes.editor.variable.keyTaken')
        : undefined;
  const set = (patch: Partial<DraftVariable>, tag?: string) => {
    edit(setVariable(variable.key, patch), tag === undefined ? undefined : `variable.${variable.key}.${tag}`);
  };

  return (
    <section className={css.variable} aria-label={variable.name}>
      <div className={css.variableHead}>
        <strong>{variable.name}</strong>
        <span className={ui.chip}>{`\${${variable.key}}`}</span>
        <CopyKey reference={variable.key} />
      </div>
      <div className={css.variableHead}>
        <span className={ui.muted}>
          {uses.length === 0
            ? t('processes.editor.variable.unused')
            : t('processes.editor.variable.used', { n: uses.length })}
        </span>
        {uses.map((use, i) => (
          <button
            key={i}
            type="button"
            className={field.small}
            onClick={() => {
              openNode(use.node);
            }}
          >
            {t('processes.editor.variable.goTo', { node: use.name, field: use.field })}
          </button>
        ))}
      </div>
      <div className={css.variableHead}>
        <button
          type="button"
          className={field.small}
          aria-expanded={open}
          onClick={() => {
            setOpen(!open);
          }}
        >
          <Icon name={open ? 'up' : 'edit'} size={14} />
          {t('common.edit')}
        </button>
        <ActionButton
          variant="text"
          size="small"
          color="error"
          aria-label={t('processes.editor.variable.delete', { key: variable.key })}
          why={uses.length > 0 ? t('processes.editor.variable.used', { n: uses.length }) : undefined}
          onClick={() => {
            edit(removeVariable(variable.key));
          }}
        >
          {t('common.delete')}
        </ActionButton>
      </div>
      {open && (
        <div className={field.form}>
          <TextField
            label={t('processes.editor.variable.key')}
            value={typed}
            code
            error={error}
            onChange={(next) => {
              setKey(next);
              const free =
                /^[A-Za-z][A-Za-z0-9_]{0,63}$/.test(next) && !RESERVED.includes(next) && !others.includes(next);
              if (free) {
                edit(renameVariable(variable.key, next), 'rename');
                setKey(null);
              }
            }}
          />
          <TextField
            label={t('processes.editor.variable.name')}
            value={variable.name}
            onChange={(name) => {
              set({ name }, 'name');
            }}
          />
          <CheckField
            label={t('processes.editor.variable.shown')}
            checked={variable.shown}
            onChange={(shown) => {
              set({ shown });
            }}
          />
          <CheckField
            label={t('processes.editor.variable.required')}
            checked={variable.required}
            onChange={(required) => {
              set({ required });
            }}
          />
          {variable.schema && (
            <SchemaForm
              schema={{
                type: 'object',
                properties: {
                  value: { ...(variable.schema as JsonSchema), title: t('processes.editor.variable.default') },
                },
              }}
              value={variable.default === null ? {} : { value: variable.default }}
              onChange={(values) => {
                set({ default: values.value ?? null }, 'default');
              }}
            />
          )}
        </div>
      )}
    </section>
  );
}
