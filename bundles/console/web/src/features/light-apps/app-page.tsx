import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { answer, api, type Schemas } from '../../api/client';
import { FormExtrasContext } from '../../shared/schema-form/form-extras';
import { SchemaForm } from '../../shared/schema-form/schema-form';
import { faultsOf } from '../../shared/schema-form/validate';
import { formOf } from '../../shared/schema-form/variable-form';
import { GreyRows } from '../../shared/ui/grey-rows';
import { Icon } from '../../shared/ui/icon';
import { useTitle } from '../../shared/ui/page';
import { ProblemNotice } from '../../shared/ui/problem-notice';
import { StateMark } from '../../shared/ui/state-mark';
import { Time } from '../../shared/ui/time';
import ui from '../../shared/ui/ui.module.css';
import { appIcon } from './icons';
import css from './light-apps.module.css';

type App = Schemas['LightApp'];
const extras = { references: [], mayReference: false, enterSecrets: true };

/** The first of two pages: Enter Parameters. Large, plain, without a word of what is behind it. */
export function LightAppPage() {
  const { app = '' } = useParams();
  const found = useQuery({
    queryKey: ['light-app', app],
    queryFn: () => answer(api.GET('/light-apps/{app}', { params: { path: { app } } })),
  });
  if (found.error)
    return (
      <main className={css.plain}>
        <ProblemNotice error={found.error} retry={() => void found.refetch()} />
      </main>
    );
  return found.data ? <Enter app={found.data} /> : <GreyRows />;
}

function Enter({ app }: { app: App }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  useTitle(app.name);
  const form = useMemo(() => formOf(app.inputs.map((it) => ({ ...it, name: it.label }))), [app]);
  const [values, setValues] = useState<Record<string, unknown>>(() =>
    Object.fromEntries(
      app.inputs.filter((it) => it.default !== null && it.default !== undefined).map((it) => [it.key, it.default]),
    ),
  );
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [key] = useState(() => crypto.randomUUID());
  const faults = faultsOf(form, values, t);

  const run = async () => {
    setTried(true);
    if (faults.length > 0 || busy) return;
    setBusy(true);
    setError(null);
    try {
      const started = await answer(
        api.POST('/light-apps/{app}/runs', {
          params: { path: { app: app.id }, header: { 'Idempotency-Key': key } },
          body: { variables: values },
        }),
      );
      await navigate(`/runs/${started.id}`);
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };

  return (
    <main className={css.plain}>
      <Link to="/apps">{t('words.desktop')}</Link>
      <header className={css.title}>
        <span className={css.icon}>
          <Icon name={appIcon(app.icon)} size={32} />
        </span>
        <div>
          <h1>{app.name}</h1>
          <p>{app.description}</p>
        </div>
      </header>
      <h2>{t('words.enterParameters')}</h2>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <FormExtrasContext value={extras}>
          <SchemaForm schema={form} value={values} onChange={setValues} faults={tried ? faults : []} />
        </FormExtrasContext>
        <ProblemNotice error={error} />
        <Button
          type="submit"
          variant="contained"
          size="large"
          disabled={busy}
          sx={{ mt: 2, minWidth: 160, minHeight: 44 }}
        >
          {t('words.run')}
        </Button>
      </form>
      {app.contacts.length > 0 && (
        <p className={ui.muted}>{t('apps.contactsAre', { names: app.contacts.join(', ') })}</p>
      )}
      <Runs app={app.id} />
    </main>
  );
}

function Runs({ app }: { app: string }) {
  const { t } = useTranslation();
  const runs = useQuery({
    queryKey: ['light-app', app, 'runs'],
    queryFn: () =>
      answer(
        api.GET('/light-apps/{app}/runs', {
          params: { path: { app }, query: { limit: 5 } },
        }),
      ),
  });
  if (!runs.data || runs.data.items.length === 0) return null;
  return (
    <section>
      <h2>{t('apps.runs')}</h2>
      <ul className={css.runs}>
        {runs.data.items.map((run) => (
          <li key={run.id}>
            <StateMark state={run.state} />
            <Link to={`/runs/${run.id}`}>{run.name}</Link>
            <Time at={run.createdAt} />
          </li>
        ))}
      </ul>
    </section>
  );
}
