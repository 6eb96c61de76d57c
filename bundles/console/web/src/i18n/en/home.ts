export const home = {
  urgent: 'Somebody is needed',
  noUrgent: 'Nothing has failed or is suspended.',
  running: 'Running now',
  noRunning: 'Nothing runs at the moment.',
  mine: 'My latest tasks',
  noMine: 'You have started no task yet.',
};
