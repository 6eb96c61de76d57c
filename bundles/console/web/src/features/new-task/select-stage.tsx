import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client';
import { queryClient } from '../../api/query-client';
import { Ask } from '../../shared/ui/ask';
import { CheckField, TextField } from '../../shared/ui/field';
import { Icon } from '../../shared/ui/icon';
import ui from '../../shared/ui/ui.module.css';
import { missingOutputs, nodesOf, type Entered } from './entered';
import css from './new-task.module.css';
import { selectionsQuery, type Process } from './queries';

interface StageProps {
  process: Process;
  entered: Entered;
  onChange: (entered: Entered) => void;
}

/** List and view side by side; a click on either chooses. */
export function SelectStage({ process, entered, onChange }: StageProps) {
  const { t } = useTranslation();
  const all = nodesOf(process);
  const order = all.map((node) => node.id);
  const choose = (ids: string[], on: boolean) => {
    const mandatory = all.filter((node) => node.mandatory).map((node) => node.id);
    const now = new Set(on ? [...entered.nodes, ...ids] : entered.nodes.filter((id) => !ids.includes(id)));
    mandatory.forEach((id) => now.add(id));
    onChange({ ...entered, nodes: order.filter((id) => now.has(id)) });
  };
  const missing = missingOutputs(process, entered.nodes);

  return (
    <>
      <div className={css.bar}>
        <Button
          onClick={() => {
            choose(order, true);
          }}
        >
          {t('newTask.chooseAll')}
        </Button>
        <Button
          onClick={() => {
            choose(order, false);
          }}
        >
          {t('newTask.chooseNone')}
        </Button>
        <Selections
          process={process}
          nodes={entered.nodes}
          onUse={(nodes) => {
            onChange({ ...entered, nodes: order.filter((id) => nodes.includes(id)) });
          }}
        />
      </div>
      {missing.map((it) => (
        <p key={it.node + it.from} className={ui.note}>
          {t('newTask.missingOutput', it)}
        </p>
      ))}
      <div className={css.both}>
        <section className={`${ui.panel} ${css.part}`}>
          <h2>{t('newTask.list')}</h2>
          {process.steps.map((step) => (
            <fieldset key={step.id} className={css.listStep}>
              <legend>{step.name ?? step.id}</legend>
              {step.nodes.map((node) => (
                <CheckField
                  key={node.id}
                  label={`${node.name ?? node.id}${node.mandatory ? ` (${t('newTask.mandatory')})` : ''}`}
                  checked={entered.nodes.includes(node.id)}
                  disabled={node.mandatory}
                  onChange={(on) => {
                    choose([node.id], on);
                  }}
                />
              ))}
            </fieldset>
          ))}
        </section>
        <section className={`${ui.panel} ${css.part}`}>
          <h2>{t('newTask.view')}</h2>
          <ol className={css.view}>
            {process.steps.map((step, i) => {
              const ids = step.nodes.map((node) => node.id);
              const every = ids.every((id) => entered.nodes.includes(id));
              return (
                <li key={step.id}>
                  <button
                    type="button"
                    className={css.viewStep}
                    aria-pressed={every}
                    onClick={() => {
                      choose(ids, !every);
                    }}
                  >
                    <span>{i + 1}</span> {step.name ?? step.id}
                    <small className={ui.muted}>{t(`words.mode.${step.mode}`)}</small>
                  </button>
                  <ul>
                    {step.nodes.map((node) => {
                      const on = entered.nodes.includes(node.id);
                      return (
                        <li key={node.id}>
                          <button
                            type="button"
                            className={css.viewNode}
                            aria-pressed={on}
                            aria-label={t('newTask.choose', { name: node.name ?? node.id })}
                            aria-disabled={node.mandatory}
                            onClick={() => {
                              choose([node.id], !on);
                            }}
                          >
                            {on && <Icon name="play" size={14} />}
                            {node.name ?? node.id}
                          </button>
                        </li>
                      );
                    })}
                  </ul>
                </li>
              );
            })}
          </ol>
        </section>
      </div>
    </>
  );
}

interface SelectionsProps {
  process: Process;
  nodes: string[];
  onUse: (nodes: string[]) => void;
}

function Selections({ process, nodes, onUse }: SelectionsProps) {
  const { t } = useTranslation();
  const found = useQuery(selectionsQuery(process.id));
  const [asked, setAsked] = useState(false);
  const [name, setName] = useState('');
  const again = () => queryClient.invalidateQueries({ queryKey: ['process', process.id, 'selections'] });
  const path = (it: string) => ({ params: { path: { process: process.id, name: it } } });
  return (
    <>
      <span className={css.space} />
      {found.data && found.data.items.length > 0 && <span className={ui.muted}>{t('newTask.selections')}</span>}
      {found.data?.items.map((selection) => (
        <span key={selection.name} className={css.selection}>
          <button
            type="button"
            onClick={() => {
              onUse(selection.nodes);
            }}
          >
            {selection.name}
          </button>
          <button
            type="button"
            aria-label={t('newTask.deleteSelection', { name: selection.name })}
            onClick={() => {
              void api.DELETE('/processes/{process}/selections/{name}', path(selection.name)).then(again);
            }}
          >
            <Icon name="close" size={12} />
          </button>
        </span>
      ))}
      <Button
        variant="text"
        onClick={() => {
          setAsked(true);
        }}
      >
        {t('newTask.saveSelection')}
      </Button>
      {asked && (
        <Ask
          title={t('newTask.saveSelection')}
          action={t('words.save')}
          ready={name.trim() !== ''}
          onDo={async () => {
            await answer(
              api.PUT('/processes/{process}/selections/{name}', { ...path(name.trim()), body: { nodes } as never }),
            );
            await again();
          }}
          onClose={() => {
            setAsked(false);
          }}
        >
          <TextField label={t('newTask.selectionName')} value={name} onChange={setName} />
        </Ask>
      )}
    </>
  );
}
