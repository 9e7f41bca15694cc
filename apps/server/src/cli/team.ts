import { isRefusal } from '../kernel/refusal.ts';
import { createTeam, hashPassword } from '../modules/access/index.ts';
import { Trouble } from '../trouble.ts';
import { firstPassword } from './account.ts';
import { inHouse } from './house.ts';
import { say } from './lines.ts';

/** `guitai team <team> <owner> <e-mail> <shop>`: a further team; an owner who has an account keeps its password. */
export async function team([name, owner, email, shop]: string[]): Promise<number> {
  if (!name || !owner || !shop || !email?.includes('@')) {
    throw new Trouble(
      'Say it all: guitai team <team> <owner> <e-mail> <shop>.',
      '请写全：guitai team <团队> <店主姓名> <邮箱> <店铺>。',
    );
  }
  const password = firstPassword();
  const passwordHash = await hashPassword(password);
  const made = await inHouse(({ db }) =>
    createTeam(db, {
      name,
      owner: { name: owner, email, locale: 'zh-CN', passwordHash },
      shop: { name: shop, currency: 'CNY', timezone: 'Asia/Shanghai', locale: 'zh-CN' },
    }),
  );
  if (isRefusal(made)) throw new Error(made.code);
  say(`Team · 团队: ${name} (${made.teamId})`);
  say(
    made.isNewAccount
      ? `Password · 初始密码: ${password}`
      : 'The owner signs in with the known password · 店主用原密码登录',
  );
  return 0;
}
