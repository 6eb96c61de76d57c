import type { JsonSchema } from './schema';

/** A variable as somebody is asked for it. */
export interface AskedVariable {
  key: string;
  name?: string | null;
  type: string;
  required: boolean;
  help?: string | null;
  schema?: Record<string, unknown>;
}

/** One form for all variables that are asked for. */
export function formOf(variables: AskedVariable[]): JsonSchema {
  return {
    type: 'object',
    properties: Object.fromEntries(
      variables.map((it) => {
        const schema = (it.schema ?? {}) as JsonSchema;
        const { 'x-zh-CN': localized, ...rest } = schema;
        const ownName = typeof it.name === 'string' && it.name !== schema.title;
        return [
          it.key,
          {
            ...rest,
            ...(localized && !ownName ? { 'x-zh-CN': localized } : {}),
            ...(rest['x-type'] === undefined && ['DURATION', 'LONG_TEXT'].includes(it.type)
              ? { 'x-type': it.type }
              : {}),
            title: it.name ?? it.key,
            ...(it.help ? { description: it.help } : {}),
          },
        ];
      }),
    ),
    required: variables.filter((it) => it.required).map((it) => it.key),
  };
}
