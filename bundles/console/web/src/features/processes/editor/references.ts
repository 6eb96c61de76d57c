/** The value with `${from}` written `${to}`; `$${` stays what it is. */
export function renameIn(value: unknown, from: string, to: string): unknown {
  if (typeof value === 'string')
    return value.replace(/(\$\$\{)|\$\{([^}]*)\}/g, (whole, escaped: string | undefined, key: string) =>
      escaped === undefined && key.trim() === from ? `\${${to}}` : whole,
    );
  if (Array.isArray(value)) return value.map((it) => renameIn(it, from, to));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, it]) => [key, renameIn(it, from, to)]));
  return value;
}
