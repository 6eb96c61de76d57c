import { describe, expect, it } from 'vitest';
import { en } from './en';
import { zhCN } from './zh-CN';

interface Tree {
  [key: string]: string | Tree;
}

function flat(tree: Tree, before = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[before + key, value]] : Object.entries(flat(value, `${before}${key}.`)),
    ),
  );
}

const english = flat(en);
const chinese = flat(zhCN);
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((found) => found[1]).sort();

describe('texts', () => {
  it('are complete in both languages', () => {
    const expected = Object.keys(english).filter((key) => !key.endsWith('_one'));
    expect(Object.keys(chinese).sort()).toEqual(expected.sort());
  });

  it('name the same values in both languages', () => {
    for (const [key, text] of Object.entries(chinese))
      expect([key, placeholders(text)]).toEqual([key, placeholders(english[key] ?? '')]);
  });

  it('are never empty', () => {
    expect(Object.entries({ ...english, ...chinese }).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('have no synonyms of the product’s words', () => {
    const wrong = Object.entries(chinese).filter(([, text]) => /模板|阶段|插件|小程序/.test(text));
    expect(wrong).toEqual([]);
    const wrongEnglish = Object.entries(english).filter(([, text]) =>
      /\b(template|workflow|plugin|stage)\b/i.test(text),
    );
    expect(wrongEnglish).toEqual([]);
  });
});

describe('the product’s words', () => {
  const table: [string, string, string][] = [
    ['words.business', 'Business', '业务'],
    ['words.process', 'Process', '流程'],
    ['words.taskProcess', 'Task Process', '任务流程'],
    ['words.newProcess', 'New Process', '新建流程'],
    ['words.step', 'Step', '步骤'],
    ['words.atom', 'Atom', '原子'],
    ['words.atomLibrary', 'Atom Library', '原子库'],
    ['words.node', 'Node', '原子节点'],
    ['words.variable', 'Variable', '变量'],
    ['words.addAsVariable', 'Add as a Variable', '设为变量'],
    ['words.copyKey', 'Copy KEY', '复制KEY'],
    ['words.variableConfiguration', 'Variable Configuration', '变量配置'],
    ['words.businessConfiguration', 'Business Configuration', '业务配置'],
    ['words.task', 'Task', '任务'],
    ['words.newTask', 'New Task', '新建任务'],
    ['words.createTask', 'Create Task', '新建任务'],
    ['words.taskRecords', 'Task Records', '任务记录'],
    ['words.stepSelection', 'Select Steps', '步骤选择'],
    ['words.parameterEntry', 'Enter Variables', '参数填写'],
    ['words.taskExecution', 'Execute Task', '任务执行'],
    ['words.lightApp', 'Light App', '轻应用'],
    ['words.newLightApp', 'New Light App', '新建轻应用'],
    ['words.enterParameters', 'Enter Parameters', '填写参数'],
    ['words.run', 'Run', '执行'],
    ['words.desktop', 'My Desktop', '我的桌面'],
    ['words.BUSINESS_ADMIN', 'Business Admin', '业务管理员'],
    ['words.BUSINESS_FOLLOWER', 'Business Follower', '业务关注人'],
    ['words.platformAdmin', 'Platform Admin', '平台管理员'],
    ['words.personnelSelector', 'Personnel Selector', '人员选择器'],
    ['words.timing.label', 'Timing type', '计时类型'],
    ['words.timing.TASK_PREPARATION', 'Task Preparation', '任务准备'],
    ['words.timing.OPERATION_EXECUTION', 'Operation Execution', '操作执行'],
    ['words.timing.DATABASE_CHANGE', 'Database Change', 'DB变更'],
    ['words.timing.DATABASE_BACKUP', 'Database Backup', 'DB备份'],
    ['words.timing.ONLINE_TEST', 'Online Test', '现网测试'],
    ['words.timing.IDLE_TIME', 'Idle Time', '空闲时间'],
    ['words.processType.PUBLISHING', 'Publish', '发布'],
    ['words.processType.REGION_OPENING', 'Region Opening', '开区'],
    ['words.processType.CAPACITY_EXPANSION', 'Capacity Expansion', '扩容'],
    ['words.processType.CAPACITY_REDUCTION', 'Capacity Reduction', '缩容'],
    ['words.processType.MIGRATION', 'Migration', '迁移'],
    ['words.processType.SERVER_MERGE', 'Server Merge', '合服'],
    ['words.processType.TROUBLESHOOTING', 'Troubleshooting', '故障处理'],
    ['words.processType.OTHER', 'Other', '其它'],
    ['words.action.SUSPEND', 'Suspend', '暂停'],
    ['words.action.RESUME', 'Resume', '继续'],
    ['words.action.TERMINATE', 'Terminate', '终止'],
    ['words.action.SKIP', 'Skip', '跳过'],
    ['words.action.RETRY', 'Retry', '重试'],
    ['words.action.STOP', 'Stop Node', '强制失败'],
    ['words.action.CLONE', 'Clone', '克隆'],
    ['words.savedSelection', 'Saved Selection', '执行方案'],
    ['words.preview', 'Preview', '预览'],
    ['words.save', 'Save', '保存'],
    ['words.publish', 'Publish', '发布'],
    ['words.next', 'Next', '下一步'],
    ['words.startExecution', 'Start Execution', '开始执行'],
    ['words.state.CREATED', 'Not started', '未执行'],
    ['words.state.RUNNING', 'Running', '执行中'],
    ['words.state.WAITING', 'Waiting', '等待中'],
    ['words.state.AWAITING_PERSON', 'Needs you', '待处理'],
    ['words.state.SUSPENDED', 'Suspended', '已暂停'],
    ['words.state.SUCCEEDED', 'Succeeded', '成功'],
    ['words.state.FAILED', 'Failed', '失败'],
    ['words.state.UNKNOWN', 'Result unknown', '结果未知'],
    ['words.state.SKIPPED', 'Skipped', '已跳过'],
    ['words.state.TERMINATED', 'Terminated', '已终止'],
    ['words.state.EXCLUDED', 'Not selected', '未选择'],
  ];

  it.each(table)('%s is “%s” and “%s”', (key, inEnglish, inChinese) => {
    expect([english[key], chinese[key]]).toEqual([inEnglish, inChinese]);
  });
});
