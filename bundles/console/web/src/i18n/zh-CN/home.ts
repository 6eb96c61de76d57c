import type { Texts } from '../en';

export const home: Texts['home'] = {
  urgent: '需要处理',
  noUrgent: '没有失败或暂停的任务。',
  running: '正在执行',
  noRunning: '当前没有执行中的任务。',
  mine: '我最近的任务',
  noMine: '您还没有执行过任务。',
};
