import { timingSafeEqual } from 'node:crypto';
import type { access, InputOf } from '@guitai/contract';
import { type Actor, type SystemActor, system } from '../../kernel/actor.ts';
import { answer } from '../../kernel/answer.ts';
import type { Db } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Bare } from '../../kernel/route.ts';
import { openTeam } from '../../kernel/teams.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { createShop } from '../shops/index.ts';
import { accountFor, type Joining, joinTeam } from './join.ts';
import { tooEasy } from './password.rules.ts';
import { hashPassword } from './password.ts';
import type { AccessNeeds } from './ports.ts';
import { hashToken, randomSecret } from './secrets.ts';
import { closeSetup, insertTeam, isSetupOpen, keepToken, lockSetup } from './setup.store.ts';
import { openSession } from './start-session.ts';

const nobody: Actor = { kind: 'nobody', team: null, locale: 'en' };

/** Whether this server still waits for its first owner. */
export const getSetup = async (_: Actor, { db }: Bare) => ({
  needed: await db.outside(nobody, isSetupOpen),
});

/** Makes a new one-time secret for the set-up link; null when the door is closed. The caller prints it, nobody keeps it. */
export async function offerSetup(db: Db): Promise<string | null> {
  const token = randomSecret();
  return db.outside(nobody, async (tx) => {
    if (!(await isSetupOpen(tx))) return null;
    await keepToken(tx, hashToken(token));
    return token;
  });
}

type NewShop = Pick<
  InputOf<typeof access.createOwner>['shop'],
  'name' | 'currency' | 'timezone' | 'locale'
>;

export interface NewTeam {
  readonly name: string;
  readonly owner: Pick<Joining, 'name' | 'email' | 'locale'> & { passwordHash: string | null };
  readonly shop: NewShop;
}

/** Fills an empty team: its clock, its owner, its first shop. The actor names the new team. */
async function fillTeam(actor: SystemActor, tx: Tx, made: NewTeam) {
  await insertTeam(tx, actor.team, made.name);
  await openTeam(tx, actor.team);
  record(tx, actor, { action: 'team.created', subject: { kind: 'team', id: actor.team } });
  const account = await accountFor(tx, made.owner.email, made.owner.passwordHash);
  const owner = { ...made.owner, role: 'owner', shops: null };
  const member = await joinTeam(actor, tx, account.id, owner);
  if (isRefusal(member)) throw new Error('a new team had a member');
  const shop = await createShop(actor, tx, { ...made.shop, kind: 'built-in' });
  if (isRefusal(shop)) {
    if (shop.code !== 'shop.timezone_unknown') throw new Error('a new team had a shop');
    return refuse(shop.code, shop.params);
  }
  return {
    teamId: actor.team,
    accountId: account.id,
    isNewAccount: account.isNew,
    memberId: member.id,
    shopId: shop.id,
  };
}

/** Makes a further team on this server. Not on the API: the command line and tests call it. */
export async function createTeam(db: Db, made: NewTeam) {
  const actor = system(newId(), 'access.create_team');
  return db.write(actor, (tx) => fillTeam(actor, tx, made));
}

/** The first owner, with the secret of the set-up link. Of two at once, one finds the door closed. */
export const createOwnerWith =
  (needs: AccessNeeds) =>
  async (_: Actor, { db, request }: Bare, input: InputOf<typeof access.createOwner>) => {
    if (!(await db.outside(nobody, isSetupOpen))) return refuse('setup.closed');
    if (tooEasy(input.password, input.email)) return refuse('access.password_too_easy');
    const passwordHash = await hashPassword(input.password);
    const actor = system(newId(), 'access.setup', input.locale);
    const made = await db.write(actor, async (tx) => {
      const door = await lockSetup(tx);
      if (!door || door.closed_at !== null || !(await isSetupOpen(tx))) {
        return refuse('setup.closed');
      }
      if (!timingSafeEqual(door.token_hash, hashToken(input.token))) {
        return refuse('setup.token_wrong');
      }
      await closeSetup(tx);
      const { name, email, locale } = input;
      const owner = { name, email, locale, passwordHash };
      const filled = await fillTeam(actor, tx, { name: input.team, owner, shop: input.shop });
      if (isRefusal(filled)) return filled;
      const entrant = {
        account: filled.accountId,
        team: filled.teamId,
        member: filled.memberId,
        counter: null,
      };
      const opened = await openSession(needs, tx, request, entrant);
      if (!opened) throw new Error('the first owner could not sign in');
      return { filled, cookies: opened.cookies };
    });
    if (isRefusal(made)) return made;
    const { memberId, teamId, shopId } = made.filled;
    return answer({ memberId, teamId, shopId }, { 'set-cookie': made.cookies });
  };
