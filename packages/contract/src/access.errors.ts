import { defineErrors } from './errors.ts';

/** Refusals of accounts, sessions, members, invitations and keys. */
export const accessErrors = defineErrors({
  'setup.closed': {
    status: 409,
    en: 'This server already has an owner. Ask a colleague for an invitation.',
    'zh-CN': '本服务器已有店主，请向同事索取邀请链接。',
    'zh-TW': '本伺服器已有店主，請向同事索取邀請連結。',
  },
  'setup.token_wrong': {
    status: 403,
    en: 'The set-up link is not valid. Open the newest link printed where Guitai was started.',
    'zh-CN': '安装链接无效，请打开启动柜台时打印的最新链接。',
    'zh-TW': '安裝連結無效，請開啟啟動櫃台時印出的最新連結。',
  },
  'access.sign_in_refused': {
    status: 401,
    en: 'E-mail or password is not right.',
    'zh-CN': '邮箱或密码不正确。',
    'zh-TW': '電子郵件或密碼不正確。',
  },
  'access.sign_in_delayed': {
    status: 429,
    en: 'Too many wrong tries. Wait {seconds} s, then try again.',
    'zh-CN': '错误次数过多，请等待 {seconds} 秒后再试。',
    'zh-TW': '錯誤次數過多，請等待 {seconds} 秒後再試。',
  },
  'access.challenge_expired': {
    status: 410,
    en: 'This step took too long. Sign in with e-mail and password again.',
    'zh-CN': '验证已超时，请重新输入邮箱和密码登录。',
    'zh-TW': '驗證已逾時，請重新輸入電子郵件和密碼登入。',
  },
  'access.code_refused': {
    status: 401,
    en: 'This code is not right or was used already. Wait for the next one.',
    'zh-CN': '验证码不正确或已使用过，请等待下一个。',
    'zh-TW': '驗證碼不正確或已使用過，請等待下一個。',
  },
  'access.password_wrong': {
    status: 403,
    en: 'The present password is not right.',
    'zh-CN': '当前密码不正确。',
    'zh-TW': '目前的密碼不正確。',
  },
  'access.password_too_easy': {
    status: 422,
    en: 'This password is easy to guess. Take a longer one, for example four words.',
    'zh-CN': '这个密码容易被猜到，请换一个更长的，例如四个词。',
    'zh-TW': '這個密碼容易被猜到，請換一個更長的，例如四個詞。',
  },
  'access.second_factor_on': {
    status: 409,
    en: 'The second factor is on already. Remove it first to set up another.',
    'zh-CN': '两步验证已开启，如需更换请先关闭。',
    'zh-TW': '兩步驟驗證已開啟，如需更換請先關閉。',
  },
  'access.second_factor_off': {
    status: 409,
    en: 'The second factor is off.',
    'zh-CN': '两步验证未开启。',
    'zh-TW': '兩步驟驗證未開啟。',
  },
  'access.second_factor_not_begun': {
    status: 409,
    en: 'Begin the set-up of the second factor first.',
    'zh-CN': '请先开始设置两步验证。',
    'zh-TW': '請先開始設定兩步驟驗證。',
  },
  'session.not_found': {
    status: 404,
    en: 'There is no such session.',
    'zh-CN': '没有这个登录会话。',
    'zh-TW': '沒有這個登入工作階段。',
  },
  'member.not_found': {
    status: 404,
    en: 'There is no such member.',
    'zh-CN': '没有这个成员。',
    'zh-TW': '沒有這個成員。',
  },
  'member.role_above_own': {
    status: 403,
    en: 'This is not below your own role, or outside your shops. Ask the owner.',
    'zh-CN': '这不低于您自己的角色，或不在您的店铺范围内，请联系店主。',
    'zh-TW': '這不低於您自己的角色，或不在您的商店範圍內，請聯絡店主。',
  },
  'member.last_owner': {
    status: 409,
    en: 'A team keeps at least one owner. Make another member owner first.',
    'zh-CN': '团队至少要有一位店主，请先将其他成员设为店主。',
    'zh-TW': '團隊至少要有一位店主，請先將其他成員設為店主。',
  },
  'member.heir_unfit': {
    status: 422,
    en: 'Choose an active colleague to take over the chats.',
    'zh-CN': '请选择一位在职成员接手会话。',
    'zh-TW': '請選擇一位在職成員接手對話。',
  },
  'member.deactivated': {
    status: 409,
    en: 'This member is deactivated. Reactivate first.',
    'zh-CN': '该成员已停用，请先启用。',
    'zh-TW': '該成員已停用，請先啟用。',
  },
  'member.already_here': {
    status: 409,
    en: 'This address already belongs to a member of the team.',
    'zh-CN': '该邮箱已是团队成员。',
    'zh-TW': '該電子郵件已是團隊成員。',
  },
  'invitation.not_found': {
    status: 404,
    en: 'There is no such invitation.',
    'zh-CN': '没有这个邀请。',
    'zh-TW': '沒有這個邀請。',
  },
  'invitation.closed': {
    status: 409,
    en: 'This invitation was accepted or withdrawn before.',
    'zh-CN': '该邀请已被接受或撤回。',
    'zh-TW': '該邀請已被接受或撤回。',
  },
  'invitation.not_valid': {
    status: 410,
    en: 'This invitation is used, withdrawn or older than 72 hours. Ask for a new one.',
    'zh-CN': '邀请已使用、已撤回或超过 72 小时，请索取新的邀请。',
    'zh-TW': '邀請已使用、已撤回或超過 72 小時，請索取新的邀請。',
  },
  'key.not_found': {
    status: 404,
    en: 'There is no such key.',
    'zh-CN': '没有这个密钥。',
    'zh-TW': '沒有這個金鑰。',
  },
  'key.permission_not_grantable': {
    status: 422,
    en: 'A key cannot be given this permission: {permission}.',
    'zh-CN': '不能授予密钥这项权限：{permission}。',
    'zh-TW': '不能授予金鑰這項權限：{permission}。',
  },
  'key.expiry_past': {
    status: 422,
    en: 'The end of the key lies in the past.',
    'zh-CN': '密钥的到期时间已过。',
    'zh-TW': '金鑰的到期時間已過。',
  },
});
