import type { Actor, MemberActor } from '../../kernel/actor.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Bare } from '../../kernel/route.ts';
import { recordRefusal } from '../audit/index.ts';
import { readAccount } from './account.store.ts';
import { verifyPassword } from './password.ts';
import type { AccessNeeds } from './ports.ts';
import { keyed } from './secrets.ts';
import { countTry, forgetTries } from './throttle.store.ts';

const nobody: Actor = { kind: 'nobody', team: null, locale: 'en' };

/** Asks for the password again before a delicate act. Wrong ones count per person, are delayed, and go on record. */
export async function confirmPassword(
  needs: AccessNeeds,
  actor: MemberActor,
  { db }: Bare,
  password: string,
  action: string,
): Promise<Refusal<'access.password_wrong' | 'access.sign_in_delayed' | 'server.busy'> | null> {
  const counter = keyed(needs.secretKey, 'tries-inside', actor.account);
  const delayed = await db.outside(nobody, (tx) => countTry(tx, counter));
  if (isRefusal(delayed)) return delayed;
  const account = await db.read(actor, (tx) => readAccount(tx, actor.account));
  const right = await verifyPassword(account?.password_hash ?? null, password);
  if (isRefusal(right)) return right;
  if (right) {
    await db.outside(nobody, (tx) => forgetTries(tx, counter));
    return null;
  }
  const subject = { kind: 'member', id: actor.member };
  await recordRefusal(db, actor.team, actor, { action, subject, reason: 'access.password_wrong' });
  return refuse('access.password_wrong');
}
