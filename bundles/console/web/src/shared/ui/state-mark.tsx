import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import css from './state-mark.module.css';

export type AnyState = Schemas['TaskState'] | Schemas['NodeState'] | Schemas['TaskStep']['state'];

/** A state is shape, word and colour, always all three. */
export const looks = {
  CREATED: ['waiting', 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16z', 'dashed'],
  PENDING: ['waiting', 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16z', 'dashed'],
  RUNNING: ['running', 'M12 4a8 8 0 1 0 8 8M12 8v4', ''],
  WAITING: ['running', 'M7 4h10M7 20h10M8 4c0 5 8 6 8 16M16 4c0 5-8 6-8 16', 'still'],
  AWAITING_PERSON: [
    'person',
    'M8 12V7a1.300 1.300 0 0 1 2.600 0v4V5.500a1.300 1.300 0 0 1 2.600 0V11V6.500a1.300 1.300 0 0 1 2.600 0V12V9a1.300 1.300 0 0 1 2.600 0v6a5.500 5.500 0 0 1-5.500 5.500c-3 0-4.500-1-6-4L5 13c1-1 2-.6 3 .6',
    '',
  ],
  SUSPENDED: ['suspended', 'M8.500 5v14M15.500 5v14', 'thick'],
  TERMINATING: ['suspended', 'M6 6h12v12H6z', 'dashed'],
  SUCCEEDED: ['succeeded', 'M5 12.500l4.500 4.500L19 7.500', 'thick'],
  FAILED: ['failed', 'M6.500 6.500l11 11M17.500 6.500l-11 11', 'thick'],
  UNKNOWN: ['unknown', 'M12 3.500L2.500 20.500h19zM12 10.500c2 0 2 2.500 0 2.500v1M12 17.500h.01', ''],
  SKIPPED: ['waiting', 'M6 5l9 7-9 7zM18 5v14', ''],
  TERMINATED: ['waiting', 'M6 6h12v12H6z', ''],
  EXCLUDED: ['waiting', 'M5 5h14v14H5z', 'dashed'],
} as const satisfies Record<AnyState, readonly [string, string, string]>;

export function StateShape({ state, size = 16 }: { state: AnyState; size?: number }) {
  const [, path, kind] = looks[state];
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={kind === 'thick' ? 3 : 2}
      strokeDasharray={kind === 'dashed' ? '3 3' : undefined}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={path} />
    </svg>
  );
}

export const tone = (state: AnyState): string => css[looks[state][0]] ?? '';

export function StateMark({ state, size }: { state: AnyState; size?: number }) {
  const { t } = useTranslation();
  return (
    <span className={`${css.mark} ${tone(state)}`} data-state={state}>
      <StateShape state={state} {...(size === undefined ? {} : { size })} />
      {t(`words.state.${state}`)}
    </span>
  );
}
