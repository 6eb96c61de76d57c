import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import i18next from 'i18next';
import { useEffect, useState } from 'react';
import { initReactI18next } from 'react-i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { en } from '../../i18n/en';
import { FormExtrasContext } from './form-extras';
import type { JsonSchema } from './schema';
import { SchemaForm } from './schema-form';
import { faultsOf } from './validate';

const schema: JsonSchema = {
  type: 'object',
  properties: {
    urls: { type: 'array', items: { type: 'string', format: 'uri' }, minItems: 1, title: 'URLs' },
    force: { type: 'boolean', title: 'Force' },
    area: { enum: ['mainland', 'overseas'], title: 'Area' },
    deadline: { type: 'string', 'x-type': 'DURATION', title: 'Deadline' },
    port: { type: 'integer', minimum: 1, title: 'Port' },
    token: { type: 'string', format: 'secret', title: 'Token' },
  },
  required: ['urls'],
};

let latest: Record<string, unknown> = {};

function Form({ initial = {} }: { initial?: Record<string, unknown> }) {
  const [value, setValue] = useState(initial);
  useEffect(() => {
    latest = value;
  }, [value]);
  return (
    <FormExtrasContext
      value={{ references: [{ key: 'links', name: 'Links' }], mayReference: true, enterSecrets: false }}
    >
      <SchemaForm schema={schema} value={value} onChange={setValue} faults={faultsOf(schema, value, i18next.t)} />
    </FormExtrasContext>
  );
}

beforeAll(async () => {
  await i18next.use(initReactI18next).init({ lng: 'en', resources: { en: { translation: en } } });
});

describe('a form from a schema', () => {
  it('takes a list line by line', async () => {
    render(<Form />);
    await userEvent.type(screen.getByLabelText('URLs'), 'https://a.example/{Enter}https://b.example/');
    expect(latest.urls).toEqual(['https://a.example/', 'https://b.example/']);
  });

  it('takes a lone ${KEY} as the whole value', async () => {
    render(<Form />);
    await userEvent.click(screen.getByLabelText('URLs'));
    await userEvent.paste('${links}');
    expect(latest.urls).toBe('${links}');
    expect(screen.queryByText('This is needed.')).toBeNull();
  });

  it('completes what ${ begins', async () => {
    render(<Form />);
    await userEvent.type(screen.getByLabelText('URLs'), '${{li');
    await userEvent.keyboard('{Enter}');
    expect(latest.urls).toBe('${links}');
  });

  it('reads durations as people write them', async () => {
    render(<Form />);
    await userEvent.type(screen.getByLabelText('Deadline'), '1h30m');
    expect(latest.deadline).toBe('PT1H30M');
  });

  it('keeps numbers numbers and leaves out what is empty', async () => {
    render(<Form initial={{ port: 80 }} />);
    await userEvent.clear(screen.getByLabelText('Port'));
    expect('port' in latest).toBe(false);
    await userEvent.type(screen.getByLabelText('Port'), '8080');
    expect(latest.port).toBe(8080);
  });

  it('names secrets and never shows them', async () => {
    render(<Form />);
    await userEvent.type(screen.getByLabelText('Token'), 'api-key');
    expect(latest.token).toEqual({ secret: 'api-key' });
  });

  it('says which line is wrong, beside the field', () => {
    render(<Form initial={{ urls: ['https://a.example/', 'no address'] }} />);
    expect(screen.getByText('Line 2 is not a valid web address.')).toBeTruthy();
    expect(screen.getByLabelText('URLs').getAttribute('aria-invalid')).toBe('true');
  });
});

describe('faults', () => {
  it('come all at once, with limits in words', () => {
    const faults = faultsOf(schema, { urls: [], port: 0, area: 'nowhere' }, i18next.t);
    expect(faults.map((it) => `${it.pointer} ${it.message}`).sort()).toEqual([
      '/area Choose one of the values offered.',
      '/port At least 1.',
      '/urls Give at least 1.',
    ]);
  });

  it('leave alone what holds a ${KEY}', () => {
    expect(faultsOf(schema, { urls: ['${links}/a'], port: '${port}' }, i18next.t)).toEqual([]);
  });
});
