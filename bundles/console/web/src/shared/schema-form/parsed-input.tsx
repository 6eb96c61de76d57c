import { useState } from 'react';
import { ReferenceInput } from './reference-input';

interface Props {
  value: unknown;
  onChange: (value: unknown) => void;
  /** Text for a value, and back; both total. */
  format: (value: unknown) => string;
  parse: (text: string) => unknown;
  rows?: number;
  code?: boolean;
  control: Record<string, unknown>;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** A text field for a value of another type: what is typed stays as typed as long as it means the value. */
export function ParsedInput({ value, onChange, format, parse, rows, control }: Props) {
  const [text, setText] = useState(() => format(value));
  const shown = same(parse(text), value) ? text : format(value);
  return (
    <ReferenceInput
      {...control}
      {...(rows === undefined ? {} : { rows: Math.max(rows, Math.min(12, shown.split('\n').length + 1)) })}
      value={shown}
      onChange={(next) => {
        setText(next);
        onChange(parse(next));
      }}
    />
  );
}
