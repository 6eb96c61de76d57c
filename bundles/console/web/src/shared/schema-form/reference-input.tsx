import { useId, useRef, useState, type ComponentProps } from 'react';
import field from '../ui/field.module.css';
import { useFormExtras } from './form-extras';

type Props = Omit<ComponentProps<'input'> & ComponentProps<'textarea'>, 'onChange' | 'ref' | 'value'> & {
  value: string;
  onChange: (value: string) => void;
  rows?: number;
};

/** A text field in which `${` offers the KEYs that are known. */
export function ReferenceInput({ value, onChange, rows, ...rest }: Props) {
  const { references } = useFormExtras();
  const list = useId();
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [chosen, setChosen] = useState(0);

  const offered =
    typed === null ? [] : references.filter((it) => it.key.toLowerCase().includes(typed.toLowerCase())).slice(0, 12);
  const open = offered.length > 0;

  const look = (text: string, caret: number) => {
    const found = /(?:^|[^$])\$\{([\w.]*)$/.exec(text.slice(0, caret));
    setTyped(references.length > 0 && found ? (found[1] ?? '') : null);
    setChosen(0);
  };

  const take = (key: string) => {
    const caret = input.current?.selectionStart ?? value.length;
    const before = value.slice(0, caret).replace(/\$\{[\w.]*$/, `\${${key}}`);
    onChange(before + value.slice(caret).replace(/^[\w.]*\}?/, ''));
    setTyped(null);
    requestAnimationFrame(() => {
      input.current?.focus();
      input.current?.setSelectionRange(before.length, before.length);
    });
  };

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (!open) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setChosen((chosen + step + offered.length) % offered.length);
    else if (event.key === 'Enter' || event.key === 'Tab') take(offered[chosen]?.key ?? '');
    else if (event.key === 'Escape') setTyped(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const common = {
    ...rest,
    ref: input,
    value,
    spellCheck: false,
    autoComplete: 'off',
    className: `${field.input} ${rest.className ?? ''}`,
    onKeyDown,
    onChange: (event: { target: { value: string; selectionStart: number | null } }) => {
      onChange(event.target.value);
      look(event.target.value, event.target.selectionStart ?? event.target.value.length);
    },
    onBlur: () => {
      setTyped(null);
    },
    ...(open
      ? {
          role: 'combobox',
          'aria-expanded': true,
          'aria-controls': list,
          'aria-activedescendant': `${list}-${String(chosen)}`,
        }
      : {}),
  };

  return (
    <div className={field.anchor}>
      {rows === undefined ? <input {...common} type={rest.type ?? 'text'} /> : <textarea {...common} rows={rows} />}
      {open && (
        <div id={list} role="listbox" aria-label="${" className={field.options}>
          {offered.map((it, i) => (
            // the field keeps the focus; keys are handled there
            // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
            <div
              key={it.key}
              id={`${list}-${String(i)}`}
              role="option"
              aria-selected={i === chosen}
              onMouseDown={(event) => {
                event.preventDefault();
              }}
              onClick={() => {
                take(it.key);
              }}
            >
              <code>{`\${${it.key}}`}</code>
              <span>{it.name}</span>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
