import { defineErrors } from './errors.ts';

export const workErrors = defineErrors({
  'task.not_found': {
    status: 404,
    en: 'There is no such task.',
    'zh-CN': '没有这个任务。',
    'zh-TW': '沒有這個任務。',
  },
  'task.illegal_transition': {
    status: 409,
    en: 'This task cannot go from there to there.',
    'zh-CN': '任务不能这样变更状态。',
    'zh-TW': '任務不能這樣變更狀態。',
  },
  'task.changed_meanwhile': {
    status: 409,
    en: 'Somebody changed this task meanwhile. Look again, then save.',
    'zh-CN': '任务刚刚被别人改过，请看过最新内容再保存。',
    'zh-TW': '任務剛剛被別人改過，請看過最新內容再儲存。',
  },
  'task.settled': {
    status: 409,
    en: 'This task is settled. Reopen it first.',
    'zh-CN': '任务已结束，请先重新打开。',
    'zh-TW': '任務已結束，請先重新開啟。',
  },
  'task.repeat_needs_due': {
    status: 422,
    en: 'A task that comes again needs a due time.',
    'zh-CN': '重复任务需要先设截止时间。',
    'zh-TW': '重複任務需要先設截止時間。',
  },
  'task.assignee_unfit': {
    status: 422,
    en: 'One of these people is not here any more or may not see this task.',
    'zh-CN': '所选的人已离开团队，或无权查看这个任务。',
    'zh-TW': '所選的人已離開團隊，或無權檢視這個任務。',
  },
  'task.item_not_found': {
    status: 404,
    en: 'This line is not on the checklist any more.',
    'zh-CN': '清单里已没有这一项。',
    'zh-TW': '清單裡已沒有這一項。',
  },
  'task.items_full': {
    status: 409,
    en: 'A checklist holds {most} lines.',
    'zh-CN': '清单最多 {most} 项。',
    'zh-TW': '清單最多 {most} 項。',
  },
  'announcement.not_found': {
    status: 404,
    en: 'There is no such announcement.',
    'zh-CN': '没有这条公告。',
    'zh-TW': '沒有這則公告。',
  },
  'announcement.audience_too_wide': {
    status: 403,
    en: 'You may publish to your own shops only. Choose shops.',
    'zh-CN': '您只能向自己负责的店铺发布，请选择店铺。',
    'zh-TW': '您只能向自己負責的商店發布，請選擇商店。',
  },
  'announcement.audience_empty': {
    status: 422,
    en: 'Nobody would read this. Choose shops or roles with people.',
    'zh-CN': '没有人会看到这条公告，请选择有成员的店铺或角色。',
    'zh-TW': '沒有人會看到這則公告，請選擇有成員的商店或角色。',
  },
  'announcement.times_invalid': {
    status: 422,
    en: 'An announcement ends after it begins, and not in the past.',
    'zh-CN': '失效时间要晚于发布时间，且不能早于现在。',
    'zh-TW': '失效時間要晚於發布時間，且不能早於現在。',
  },
  'announcement.changed_meanwhile': {
    status: 409,
    en: 'Somebody changed this announcement meanwhile. Look again, then save.',
    'zh-CN': '公告刚刚被别人改过，请看过最新内容再保存。',
    'zh-TW': '公告剛剛被別人改過，請看過最新內容再儲存。',
  },
  'announcement.withdrawn': {
    status: 409,
    en: 'This announcement was withdrawn.',
    'zh-CN': '这条公告已撤回。',
    'zh-TW': '這則公告已收回。',
  },
  'announcement.picture_refused': {
    status: 422,
    en: 'Only pictures of up to {limitMb} MB.',
    'zh-CN': '只能上传 {limitMb} MB 以内的图片。',
    'zh-TW': '只能上傳 {limitMb} MB 以內的圖片。',
  },
});
