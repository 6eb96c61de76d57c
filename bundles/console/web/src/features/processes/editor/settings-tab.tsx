import { useTranslation } from 'react-i18next';
import { PeoplePicker } from '../../../shared/people/people-picker';
import { CheckField, ChoiceField, Group } from '../../../shared/ui/field';
import field from '../../../shared/ui/field.module.css';
import { PROCESS_TYPES } from '../process-types';
import type { Draft } from './draft';
import { setProcess } from './edits';
import { useEditor } from './editor-context';
import { DurationField } from './node-form';

const nobody = { on: [], by: [], people: [], roles: [], starter: false };
type Notify = NonNullable<Draft['notify']>;

/** Basic attributes: type, notification, people, timeout. */
export function SettingsTab({ business }: { business: string }) {
  const { t } = useTranslation();
  const { draft, edit } = useEditor();
  const notify: Notify = { ...nobody, ...draft.notify };
  const setNotify = (patch: Partial<Notify>) => {
    const next = { ...notify, ...patch };
    edit(
      setProcess({
        notify: next.on.length === 0 && next.by.length === 0 && (next.people ?? []).length === 0 ? null : next,
      }),
    );
  };
  const toggled = <T,>(list: T[], it: T, on: boolean): T[] =>
    on ? [...list, it] : list.filter((other) => other !== it);

  return (
    <div className={field.form}>
      <h2>{t('processes.editor.tabs.settings')}</h2>
      <ChoiceField
        label={t('words.processType.label')}
        value={draft.type}
        onChange={(type) => {
          edit(setProcess({ type: type as Draft['type'] }));
        }}
        options={PROCESS_TYPES.map((it) => ({ value: it, label: t(`words.processType.${it}`) }))}
      />
      <div className={field.row}>
        <DurationField
          label={t('processes.editor.timeout')}
          help={t('processes.editor.timeoutHelp')}
          value={draft.timeout}
          onChange={(timeout) => {
            edit(setProcess({ timeout }), 'timeout');
          }}
        />
        <ChoiceField
          label={t('processes.editor.onTimeout')}
          value={draft.onTimeout}
          onChange={(onTimeout) => {
            edit(setProcess({ onTimeout: onTimeout as Draft['onTimeout'] }));
          }}
          options={(['NOTIFY', 'SUSPEND', 'TERMINATE'] as const).map((it) => ({
            value: it,
            label: t(`processes.editor.onTimeoutValue.${it}`),
          }))}
        />
      </div>
      <Group legend={t('processes.editor.notify')}>
        <Group legend={t('processes.editor.notifyOn')}>
          <div className={field.checks}>
            {(['SUCCESS', 'FAILURE', 'ATTENTION'] as const).map((it) => (
              <CheckField
                key={it}
                label={t(`processes.editor.on.${it}`)}
                checked={notify.on.includes(it)}
                onChange={(on) => {
                  setNotify({ on: toggled(notify.on, it, on) });
                }}
              />
            ))}
          </div>
        </Group>
        <Group legend={t('processes.editor.notifyBy')}>
          <div className={field.checks}>
            {(['WECHAT', 'EMAIL', 'SMS'] as const).map((it) => (
              <CheckField
                key={it}
                label={t(`words.channel.${it}`)}
                checked={notify.by.includes(it)}
                onChange={(on) => {
                  setNotify({ by: toggled(notify.by, it, on) });
                }}
              />
            ))}
          </div>
        </Group>
        <PeoplePicker
          label={t('processes.editor.notifyPeople')}
          business={business}
          people={notify.people ?? []}
          onChange={(people) => {
            setNotify({ people });
          }}
        />
        <Group legend={t('processes.editor.notifyRoles')}>
          <div className={field.checks}>
            {(['BUSINESS_ADMIN', 'BUSINESS_FOLLOWER'] as const).map((it) => (
              <CheckField
                key={it}
                label={t(`words.${it}`)}
                checked={notify.roles?.includes(it) ?? false}
                onChange={(on) => {
                  setNotify({ roles: toggled(notify.roles ?? [], it, on) });
                }}
              />
            ))}
          </div>
        </Group>
        <CheckField
          label={t('processes.editor.notifyStarter')}
          checked={notify.starter}
          onChange={(starter) => {
            setNotify({ starter });
          }}
        />
      </Group>
    </div>
  );
}
