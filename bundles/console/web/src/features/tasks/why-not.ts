import type { TFunction } from 'i18next';
import type { AnyState } from '../../shared/ui/state-mark';
import type { Action } from './queries';

/** Why an action is not offered now; undefined where it is. */
export function whyNot(allowed: Action[], action: Action, state: AnyState, t: TFunction): string | undefined {
  return allowed.includes(action) ? undefined : t('common.notNow', { state: t(`words.state.${state}`) });
}
