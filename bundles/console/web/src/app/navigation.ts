import type { ParseKeys } from 'i18next';
import type { Me } from '../api/me';
import type { IconName } from '../shared/ui/icon';

export interface Place {
  to: string;
  label: ParseKeys;
  icon: IconName;
}

export interface PlaceGroup {
  label: ParseKeys;
  places: Place[];
}

/** What is in the rail: only where the reader may go. A new page gets its line here and its route in router.tsx. */
export function placesFor(business: Me['businesses'][number] | undefined): PlaceGroup[] {
  const groups: PlaceGroup[] = [];
  if (business) {
    const at = (path: string) => `/b/${business.id}/${path}`;
    groups.push({
      label: 'common.groups.work',
      places: [
        { to: at('home'), label: 'common.home', icon: 'home' },
        { to: at('tasks'), label: 'words.tasks', icon: 'tasks' },
        { to: '/apps', label: 'words.lightApps', icon: 'apps' },
      ],
    });
    groups.push({
      label: 'common.groups.build',
      places: [{ to: at('processes'), label: 'words.taskProcess', icon: 'process' }],
    });
  }
  return groups;
}
