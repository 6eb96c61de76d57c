import { isIcon, type IconName } from '../../shared/ui/icon';

export const APP_ICONS = [
  'play',
  'cdn',
  'refresh',
  'timer',
  'api',
  'script',
  'compare',
  'box',
  'health',
  'bell',
] as const;

export const appIcon = (icon: string): IconName => (isIcon(icon) ? icon : 'play');
