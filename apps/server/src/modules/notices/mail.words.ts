import type { notices } from '@guitai/contract';
import type { Locale } from '../../kernel/actor.ts';

type Words = Readonly<Record<Locale, string>>;

const kinds: Readonly<Partial<Record<notices.NoticeKind, Words>>> = {
  task_assigned: { en: 'A task for you', 'zh-CN': '有新任务交给您', 'zh-TW': '有新任務交給您' },
  task_mentioned: {
    en: 'Somebody mentioned you in a task',
    'zh-CN': '有人在任务里提到您',
    'zh-TW': '有人在任務裡提到您',
  },
  task_due: { en: 'A task is due', 'zh-CN': '任务到期', 'zh-TW': '任務到期' },
  task_overdue: { en: 'A task is overdue', 'zh-CN': '任务已逾期', 'zh-TW': '任務已逾期' },
  task_orphaned: {
    en: 'Tasks of a colleague who left need somebody',
    'zh-CN': '有离岗同事的任务待接手',
    'zh-TW': '有離職同事的任務待接手',
  },
  announcement: { en: 'A new announcement', 'zh-CN': '有新公告', 'zh-TW': '有新公告' },
  chat_handed: {
    en: 'A chat was handed to you',
    'zh-CN': '有会话转接给您',
    'zh-TW': '有對話轉接給您',
  },
  approval_waiting: {
    en: 'A request waits for your approval',
    'zh-CN': '有审批等您处理',
    'zh-TW': '有簽核等您處理',
  },
  approval_settled: {
    en: 'Your request was decided',
    'zh-CN': '您的申请有结果了',
    'zh-TW': '您的申請有結果了',
  },
  case_due: {
    en: 'An after-sales case is due',
    'zh-CN': '售后单即将超时',
    'zh-TW': '售後單即將逾時',
  },
  webhook_paused: {
    en: 'A webhook was paused',
    'zh-CN': 'Webhook 已暂停',
    'zh-TW': 'Webhook 已暫停',
  },
  connection_down: {
    en: 'A shop connection is down',
    'zh-CN': '店铺连接中断',
    'zh-TW': '商店連線中斷',
  },
};

const any: Words = { en: 'Something for you', 'zh-CN': '有新的提醒', 'zh-TW': '有新的提醒' };

/** What a mail says of a notice: no more than its kind, for mail is read outside the house. */
export const mailWord = (kind: string, locale: Locale): string =>
  (kinds[kind as notices.NoticeKind] ?? any)[locale];

const digest: Words = {
  en: '{n} unread notices',
  'zh-CN': '{n} 条未读提醒',
  'zh-TW': '{n} 則未讀提醒',
};

export const digestSubject = (n: number, locale: Locale): string =>
  digest[locale].replace('{n}', String(n));

const open: Words = { en: 'Open the desk', 'zh-CN': '打开工作台', 'zh-TW': '開啟工作台' };

const why: Words = {
  en: 'You get this mail by your own choice: Settings, Notices.',
  'zh-CN': '您在“设置 · 提醒”里选择了接收这类邮件。',
  'zh-TW': '您在「設定 · 提醒」裡選擇了接收這類郵件。',
};

/** The text of a mail: its lines, where to go, how to get fewer of them. */
export const mailText = (lines: readonly string[], link: string | null, locale: Locale): string =>
  [...lines, '', ...(link ? [`${open[locale]}: ${link}`] : []), why[locale]].join('\n');
