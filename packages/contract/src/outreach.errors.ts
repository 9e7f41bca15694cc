import { defineErrors } from './errors.ts';

export const outreachErrors = defineErrors({
  'outreach.not_found': {
    status: 404,
    en: 'There is no such message.',
    'zh-CN': '找不到该消息。',
    'zh-TW': '找不到這則訊息。',
  },
});
