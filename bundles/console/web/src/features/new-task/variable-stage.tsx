import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { FormExtrasContext } from '../../shared/schema-form/form-extras';
import { SchemaForm } from '../../shared/schema-form/schema-form';
import { faultsOf, type FormFault } from '../../shared/schema-form/validate';
import { formOf } from '../../shared/schema-form/variable-form';
import { TextField } from '../../shared/ui/field';
import ui from '../../shared/ui/ui.module.css';
import type { Entered } from './entered';
import css from './new-task.module.css';
import type { Process } from './queries';

type Variables = Process['variables'];

export function useVariableFaults(variables: Variables, values: Record<string, unknown>): FormFault[] {
  const { t } = useTranslation();
  const form = useMemo(() => formOf(variables), [variables]);
  const entered = Object.fromEntries(Object.entries(values).filter(([key]) => variables.some((it) => it.key === key)));
  return faultsOf(form, entered, t);
}

interface VariableStageProps {
  variables: Variables;
  entered: Entered;
  onChange: (entered: Entered) => void;
  faults: FormFault[];
}

const extras = { references: [], mayReference: false, enterSecrets: true };

export function VariableStage({ variables, entered, onChange, faults }: VariableStageProps) {
  const { t } = useTranslation();
  const form = useMemo(() => formOf(variables), [variables]);
  return (
    <section className={`${ui.panel} ${css.form}`}>
      <h2>{t('words.variableConfiguration')}</h2>
      <TextField
        label={t('newTask.name')}
        help={t('newTask.nameHelp')}
        value={entered.name}
        onChange={(name) => {
          onChange({ ...entered, name });
        }}
      />
      {variables.length === 0 && <p className={ui.muted}>{t('newTask.noVariables')}</p>}
      <FormExtrasContext value={extras}>
        <SchemaForm
          schema={form}
          value={entered.variables}
          faults={faults}
          onChange={(values) => {
            onChange({ ...entered, variables: values });
          }}
        />
      </FormExtrasContext>
    </section>
  );
}
