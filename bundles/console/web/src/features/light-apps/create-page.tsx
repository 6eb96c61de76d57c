import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { answer, api, type Schemas } from '../../api/client';
import { useBusiness } from '../../app/use-business';
import { PeoplePicker } from '../../shared/people/people-picker';
import { CheckField, ChoiceField, Group, TextField } from '../../shared/ui/field';
import field from '../../shared/ui/field.module.css';
import { GreyRows } from '../../shared/ui/grey-rows';
import { tell } from '../../shared/ui/messages';
import { Page } from '../../shared/ui/page';
import { ProblemNotice } from '../../shared/ui/problem-notice';
import { Value } from '../../shared/ui/value';
import ui from '../../shared/ui/ui.module.css';
import { APP_ICONS } from './icons';
import css from './light-apps.module.css';

type Task = Schemas['Task'];
type Process = Schemas['Process'];

/** A light app of a task that succeeded, in one form. */
export function CreateLightAppPage() {
  const { t } = useTranslation();
  const { task = '' } = useParams();
  const found = useQuery({
    queryKey: ['task', task, 'for-app'],
    queryFn: async () => {
      const whole = (await answer(api.GET('/tasks/{task}', { params: { path: { task } } }))) as Task;
      const process = await answer(
        api.GET('/processes/{process}/revisions/{revision}', {
          params: { path: { process: whole.process.id, revision: String(whole.process.revision) } },
        }),
      );
      return { task: whole, process };
    },
  });
  if (found.error)
    return (
      <Page title={t('words.newLightApp')}>
        <ProblemNotice error={found.error} retry={() => void found.refetch()} />
      </Page>
    );
  return found.data ? <Form {...found.data} /> : <GreyRows />;
}

interface Asked {
  asked: boolean;
  label: string;
  help: string;
}

function Form({ task, process }: { task: Task; process: Process }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const business = useBusiness();
  const [name, setName] = useState(process.name);
  const [description, setDescription] = useState('');
  const [icon, setIcon] = useState<string>('play');
  const [people, setPeople] = useState<string[]>([]);
  const [contacts, setContacts] = useState<string[]>([]);
  const [oneAtATime, setOneAtATime] = useState(true);
  const [may, setMay] = useState<('SUSPEND' | 'TERMINATE')[]>([]);
  const [error, setError] = useState<unknown>(null);
  const [inputs, setInputs] = useState<Record<string, Asked>>(() =>
    Object.fromEntries(
      process.variables.map((it) => [it.key, { asked: it.shown, label: it.name ?? it.key, help: it.help ?? '' }]),
    ),
  );
  const outputKeys = process.steps.flatMap((step) => step.nodes.flatMap((node) => Object.values(node.outputs ?? {})));
  const [outputs, setOutputs] = useState<string[]>(outputKeys);
  const set = (key: string, patch: Partial<Asked>) => {
    setInputs((now) => ({ ...now, [key]: { ...(now[key] ?? { asked: false, label: key, help: '' }), ...patch } }));
  };

  const create = async () => {
    setError(null);
    try {
      const app = await answer(
        api.POST('/tasks/{task}/light-app', {
          params: { path: { task: task.id }, header: { 'Idempotency-Key': crypto.randomUUID() } },
          body: {
            name: name.trim(),
            description,
            icon,
            people,
            oneAtATime,
            may,
            outputs,
            ...(contacts.length === 0 ? {} : { contacts }),
            inputs: Object.entries(inputs)
              .filter(([, it]) => it.asked)
              .map(([key, it]) => ({ key, label: it.label, ...(it.help === '' ? {} : { help: it.help }) })),
          },
        }),
      );
      tell(t('apps.created', { name: app.name }));
      await navigate('/apps');
    } catch (failure) {
      setError(failure);
    }
  };

  return (
    <Page
      title={t('words.newLightApp')}
      beside={<span className={ui.muted}>{t('apps.fromTask', { name: task.name })}</span>}
    >
      <form
        className={`${ui.panel} ${css.create}`}
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        <TextField
          label={t('common.name')}
          value={name}
          onChange={setName}
          required
          error={name.trim() === '' ? t('common.needsName') : undefined}
        />
        <TextField label={t('apps.description')} value={description} onChange={setDescription} lines={3} />
        <ChoiceField
          label={t('apps.icon')}
          value={icon}
          onChange={setIcon}
          options={APP_ICONS.map((it) => ({ value: it, label: it }))}
        />
        <PeoplePicker label={t('apps.people')} business={business.id} people={people} onChange={setPeople} />
        <PeoplePicker
          label={t('apps.contacts')}
          help={t('apps.contactsHelp')}
          business={business.id}
          people={contacts}
          onChange={setContacts}
        />
        <Group legend={t('apps.inputs')}>
          {process.variables.length === 0 && <p className={ui.muted}>{t('newTask.noVariables')}</p>}
          {process.variables.map((variable) => {
            const it = inputs[variable.key];
            return (
              <div key={variable.key} className={field.form}>
                <CheckField
                  label={t('apps.ask', { name: variable.name ?? variable.key })}
                  checked={it?.asked ?? false}
                  onChange={(asked) => {
                    set(variable.key, { asked });
                  }}
                />
                {it?.asked ? (
                  <div className={field.row}>
                    <TextField
                      label={t('apps.label')}
                      value={it.label}
                      onChange={(label) => {
                        set(variable.key, { label });
                      }}
                    />
                    <TextField
                      label={t('apps.help')}
                      value={it.help}
                      onChange={(help) => {
                        set(variable.key, { help });
                      }}
                    />
                  </div>
                ) : (
                  <div className={ui.muted}>
                    {t('apps.fixed')}: <Value value={task.variables[variable.key]} />
                  </div>
                )}
              </div>
            );
          })}
        </Group>
        {outputKeys.length > 0 && (
          <Group legend={t('apps.outputs')}>
            {outputKeys.map((key) => (
              <CheckField
                key={key}
                label={key}
                checked={outputs.includes(key)}
                onChange={(on) => {
                  setOutputs(on ? [...outputs, key] : outputs.filter((it) => it !== key));
                }}
              />
            ))}
          </Group>
        )}
        <Group legend={t('apps.may')}>
          {(['SUSPEND', 'TERMINATE'] as const).map((it) => (
            <CheckField
              key={it}
              label={t(`words.action.${it}`)}
              checked={may.includes(it)}
              onChange={(on) => {
                setMay(on ? [...may, it] : may.filter((other) => other !== it));
              }}
            />
          ))}
          <CheckField label={t('apps.oneAtATime')} checked={oneAtATime} onChange={setOneAtATime} />
        </Group>
        <ProblemNotice error={error} />
        <div className={ui.actions}>
          <Button type="submit" variant="contained" disabled={name.trim() === ''}>
            {t('words.newLightApp')}
          </Button>
        </div>
      </form>
    </Page>
  );
}
