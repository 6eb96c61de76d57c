import { Validator, type OutputUnit } from '@cfworker/json-schema';
import type { TFunction } from 'i18next';
import { parseDuration } from '../lib/times';
import { referencesIn, type JsonSchema } from './schema';

/** A fault at a place of the value. */
export interface FormFault {
  pointer: string;
  message: string;
}

const limits = ['minItems', 'maxItems', 'minimum', 'maximum', 'minLength', 'maxLength'] as const;
const isLimit = (keyword: string): keyword is (typeof limits)[number] => limits.some((it) => it === keyword);

const validators = new WeakMap<JsonSchema, Validator>();

function validatorOf(schema: JsonSchema): Validator {
  const known = validators.get(schema);
  if (known) return known;
  const made = new Validator(schema as ConstructorParameters<typeof Validator>[0], '2020-12', false);
  validators.set(schema, made);
  return made;
}

/**
 * What is wrong with a value, in the reader's language. What holds a `${KEY}` is not known yet and left to the
 * server, as is what holds a secret.
 */
export function faultsOf(schema: JsonSchema, value: unknown, t: TFunction): FormFault[] {
  const open = referencesIn(value).map((it) => it.pointer);
  const found = new Map<string, string>();
  for (const error of validatorOf(schema).validate(value).errors) {
    const at = error.instanceLocation.replace(/^#/, '');
    if (open.some((pointer) => pointer === at || pointer.startsWith(`${at}/`))) continue;
    if (holdsSecret(value, at)) continue;
    const [pointer, message] = worded(schema, error, at, t);
    if (message !== '' && !found.has(pointer)) found.set(pointer, message);
  }
  for (const [name, part] of Object.entries(schema.properties ?? {})) {
    const given = (value as Record<string, unknown> | undefined)?.[name];
    const isOpen = open.includes(`/${name}`);
    if (part['x-type'] === 'DURATION' && typeof given === 'string' && !isOpen && parseDuration(given) === undefined)
      found.set(`/${name}`, t('common.schema.duration'));
  }
  return [...found].map(([pointer, message]) => ({ pointer, message }));
}

function holdsSecret(value: unknown, pointer: string): boolean {
  const at = pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((it, token) => (it as Record<string, unknown> | null)?.[token], value);
  return typeof at === 'object' && at !== null && 'secret' in at;
}

function worded(root: JsonSchema, error: OutputUnit, at: string, t: TFunction): [string, string] {
  const { keyword } = error;
  if (keyword === 'required') {
    const name = /"([^"]*)"/.exec(error.error)?.[1] ?? '';
    return [`${at}/${name}`, t('common.schema.required')];
  }
  if (isLimit(keyword)) return [at, t(`common.schema.${keyword}`, { limit: limitAt(root, error, keyword) })];
  if (keyword === 'format') {
    const format = /"([^"]*)"\.?$/.exec(error.error)?.[1] ?? 'other';
    const formats = ['uri', 'date', 'date-time', 'email'] as const;
    const name = t(`common.schema.formats.${formats.find((it) => it === format) ?? 'other'}`);
    const line = /^(.*)\/(\d+)$/.exec(at);
    return line?.[1] !== undefined
      ? [line[1], t('common.schema.formatAt', { line: Number(line[2]) + 1, format: name })]
      : [at, t('common.schema.format', { format: name })];
  }
  if (keyword === 'type' || keyword === 'pattern' || keyword === 'enum' || keyword === 'uniqueItems')
    return [at, t(`common.schema.${keyword}`)];
  // the parts of a combination say it already
  return [
    at,
    ['properties', 'items', 'additionalProperties', '$ref', 'false'].includes(keyword) ? '' : t('common.schema.type'),
  ];
}

function limitAt(root: JsonSchema, error: OutputUnit, keyword: string): unknown {
  const path = error.keywordLocation.replace(/^#\//, '').split('/');
  const at = path.reduce<unknown>((it, token) => {
    const here = it as Record<string, unknown> | undefined;
    if (token === '$ref') return root.$defs?.[String(here?.$ref).split('/').pop() ?? ''];
    return here?.[token.replaceAll('~1', '/').replaceAll('~0', '~')];
  }, root);
  return typeof at === 'object' ? (at as Record<string, unknown>)[keyword] : at;
}
