import { randomBytes } from 'node:crypto';
import { hashPassword, recoverAccount } from '../modules/access/index.ts';
import { Trouble } from '../trouble.ts';
import { inHouse } from './house.ts';
import { say } from './lines.ts';

/** A password to begin with: 96 random bits. */
export const firstPassword = (): string => randomBytes(12).toString('base64url');

/** `guitai account <e-mail>`: a new password, shown once; the second factor is taken off, every session ends. */
export async function account([email]: string[]): Promise<number> {
  if (email === undefined) {
    throw new Trouble('Say whose: guitai account <e-mail>.', '请指明账号：guitai account <邮箱>。');
  }
  const password = firstPassword();
  const hash = await hashPassword(password);
  if (!(await inHouse(({ db }) => recoverAccount(db, email, hash)))) {
    throw new Trouble(`There is no account ${email}.`, `没有账号 ${email}。`);
  }
  say(`New password · 新密码: ${password}`);
  say('Change it after signing in · 登录后请立即修改');
  return 0;
}
