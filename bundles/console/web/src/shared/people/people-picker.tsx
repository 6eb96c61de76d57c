import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client';
import { Field } from '../ui/field';
import css from '../ui/field.module.css';
import { Icon } from '../ui/icon';
import ui from '../ui/ui.module.css';

interface PeoplePickerProps {
  label: string;
  help?: string;
  business: string;
  people: string[];
  onChange: (people: string[]) => void;
}

/** The personnel selector: searches people related to the business on the server; a paste of many names is taken apart. */
export function PeoplePicker({ label, help, business, people, onChange }: PeoplePickerProps) {
  const { t } = useTranslation();
  const list = useId();
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState(0);
  const found = useQuery({
    queryKey: ['people', business, typed],
    enabled: open,
    placeholderData: (before) => before,
    queryFn: () =>
      answer(
        api.GET('/businesses/{business}/people', {
          params: { path: { business }, query: { limit: 20, ...(typed === '' ? {} : { q: typed }) } },
        }),
      ),
  });
  const offered = (found.data?.items ?? []).filter((it) => !people.includes(it.name));

  const add = (names: string[]) => {
    onChange([...people, ...names.filter((name) => name !== '' && !people.includes(name))]);
    setTyped('');
    setChosen(0);
  };

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'ArrowDown') setChosen((chosen + 1) % Math.max(1, offered.length));
    else if (event.key === 'ArrowUp') setChosen((chosen - 1 + offered.length) % Math.max(1, offered.length));
    else if (event.key === 'Enter' && (offered[chosen] ?? typed)) add([offered[chosen]?.name ?? typed]);
    else if (event.key === 'Escape' && open) setOpen(false);
    else if (event.key === 'Backspace' && typed === '') onChange(people.slice(0, -1));
    else return;
    if (event.key !== 'Backspace') event.preventDefault();
  };

  return (
    <Field label={label} {...(help === undefined ? {} : { help })}>
      {(control) => (
        <div className={css.anchor}>
          {people.length > 0 && (
            <ul className={css.chips} aria-label={label}>
              {people.map((name) => (
                <li key={name} className={css.person}>
                  {name}
                  <button
                    type="button"
                    aria-label={`${t('common.remove')} ${name}`}
                    onClick={() => {
                      onChange(people.filter((it) => it !== name));
                    }}
                  >
                    <Icon name="close" size={12} />
                  </button>
                </li>
              ))}
            </ul>
          )}
          <input
            {...control}
            role="combobox"
            aria-expanded={open && offered.length > 0}
            aria-controls={list}
            aria-autocomplete="list"
            className={css.input}
            autoComplete="off"
            placeholder={t('words.personnelSelector')}
            value={typed}
            onFocus={() => {
              setOpen(true);
            }}
            onBlur={() => {
              setOpen(false);
            }}
            onKeyDown={onKeyDown}
            onChange={(event) => {
              setOpen(true);
              setTyped(event.target.value);
              setChosen(0);
            }}
            onPaste={(event) => {
              const names = event.clipboardData.getData('text').split(/[\s,;，；]+/);
              if (names.length < 2) return;
              event.preventDefault();
              add(names);
            }}
          />
          {open && offered.length > 0 && (
            <div id={list} role="listbox" aria-label={label} className={css.options}>
              {offered.map((it, i) => (
                // the field keeps the focus; keys are handled there
                // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
                <div
                  key={it.name}
                  role="option"
                  aria-selected={i === chosen}
                  onMouseDown={(event) => {
                    event.preventDefault();
                  }}
                  onClick={() => {
                    add([it.name]);
                  }}
                >
                  <span>{it.displayName}</span>
                  <span className={ui.muted}>{it.name}</span>
                </div>
              ))}
            </div>
          )}
        </div>
      )}
    </Field>
  );
}
