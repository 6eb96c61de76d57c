/** As much of JSON Schema 2020-12 as forms look at; validation takes all of it. */
export interface JsonSchema {
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
  type?: string | string[];
  title?: string;
  description?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  examples?: unknown[];
  format?: string;
  'x-type'?: string;
  'x-zh-CN'?: { title?: string; description?: string };
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  additionalProperties?: JsonSchema | boolean;
  oneOf?: JsonSchema[];
  anyOf?: JsonSchema[];
  maxLength?: number;
  maxItems?: number;
  [keyword: string]: unknown;
}

export type FieldKind =
  | 'switch'
  | 'choice'
  | 'choices'
  | 'lines'
  | 'number'
  | 'duration'
  | 'instant'
  | 'secret'
  | 'text'
  | 'longText'
  | 'object'
  | 'map'
  | 'table'
  | 'json';

/** Follows a reference within the same document. */
export function resolved(schema: JsonSchema, root: JsonSchema): JsonSchema {
  const name = /^#\/\$defs\/([^/]+)$/.exec(schema.$ref ?? '')?.[1];
  const target = name === undefined ? undefined : root.$defs?.[name];
  return target ? { ...target, ...schema } : schema;
}

const isText = (schema: JsonSchema | undefined) => schema?.type === 'string' && !schema.enum;
const isNumber = (schema: JsonSchema | undefined) => schema?.type === 'number' || schema?.type === 'integer';

export function kindOf(schema: JsonSchema): FieldKind {
  if (schema['x-type'] === 'DURATION' || schema.format === 'duration') return 'duration';
  if (schema.enum || constants(schema).length > 0) return 'choice';
  switch (schema.type) {
    case 'boolean':
      return 'switch';
    case 'integer':
    case 'number':
      return 'number';
    case 'string':
      if (schema.format === 'secret') return 'secret';
      if (schema.format === 'date-time') return 'instant';
      return schema['x-type'] === 'LONG_TEXT' || (schema.maxLength ?? 0) > 9000 ? 'longText' : 'text';
    case 'array':
      if (schema.items?.enum) return 'choices';
      if (isText(schema.items) || isNumber(schema.items)) return 'lines';
      return schema.items?.properties && flat(schema.items.properties) ? 'table' : 'json';
    case 'object':
      if (schema.properties) return 'object';
      return isText(schema.additionalProperties as JsonSchema) ? 'map' : 'json';
    default:
      return 'json';
  }
}

const flat = (properties: Record<string, JsonSchema>) =>
  Object.values(properties).every((it) => !['object', 'array', 'json', 'map', 'table'].includes(kindOf(it)));

/** `oneOf` of constants with titles is a choice, too. */
export function constants(schema: JsonSchema): JsonSchema[] {
  const list = schema.oneOf ?? schema.anyOf ?? [];
  return list.length > 0 && list.every((it) => 'const' in it) ? list : [];
}

export function titleOf(schema: JsonSchema, name: string, language: string): string {
  return (language === 'zh-CN' ? schema['x-zh-CN']?.title : undefined) ?? schema.title ?? name;
}

export function helpOf(schema: JsonSchema, language: string): string | undefined {
  return (language === 'zh-CN' ? schema['x-zh-CN']?.description : undefined) ?? schema.description;
}

/** A value that is nothing but `${KEY}`. */
export const isReference = (value: unknown): value is string =>
  typeof value === 'string' && /^\$\{[^}]+\}$/.test(value);

/** Every KEY (or path) that a value names, with where. `$${` names none. */
export function referencesIn(value: unknown, pointer = ''): { key: string; pointer: string }[] {
  if (typeof value === 'string')
    return [...value.matchAll(/(\$\$\{)|\$\{([^}]*)\}/g)].flatMap((found) =>
      found[2] === undefined ? [] : [{ key: found[2].trim(), pointer }],
    );
  if (Array.isArray(value)) return value.flatMap((it, i) => referencesIn(it, `${pointer}/${String(i)}`));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, it]) => referencesIn(it, `${pointer}/${escapePointer(key)}`));
  return [];
}

export const escapePointer = (token: string) => token.replaceAll('~', '~0').replaceAll('/', '~1');
