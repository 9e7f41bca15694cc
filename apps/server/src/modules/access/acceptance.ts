import type { access, InputOf } from '@guitai/contract';
import { type Actor, system } from '../../kernel/actor.ts';
import { answer } from '../../kernel/answer.ts';
import type { Db } from '../../kernel/db.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Bare } from '../../kernel/route.ts';
import type { Tx } from '../../kernel/tx.ts';
import { type Account, findAccount } from './account.store.ts';
import { openChallenge } from './challenge.ts';
import { counterKey, deviceMarkOf } from './device.ts';
import { close, type InvitationRow, invitationOfToken, teamName } from './invitation.store.ts';
import { accountFor, joinTeam } from './join.ts';
import { tooEasy } from './password.rules.ts';
import { hashPassword, verifyPassword } from './password.ts';
import type { AccessNeeds } from './ports.ts';
import { grantsOfRole, mayGrant } from './roles.rules.ts';
import { hashToken, teamOfToken } from './secrets.ts';
import { openSession } from './start-session.ts';
import { countTry } from './throttle.store.ts';

const nobody: Actor = { kind: 'nobody', team: null, locale: 'en' };

/** An invitation is worth what its giver could give today: one who was shut out or set back lets nobody in. */
function isStillGiven(row: InvitationRow): boolean {
  if (row.invited_by === null) return true;
  const giver = { role: row.inviter_role ?? '', shops: row.inviter_shops };
  return (
    row.inviter_status === 'active' &&
    grantsOfRole(giver.role).has('members.invite') &&
    mayGrant(giver, { role: row.role, shops: row.shop_ids })
  );
}

async function waiting(tx: Tx, team: string, token: string): Promise<InvitationRow | null> {
  const row = await invitationOfToken(tx, team, hashToken(token));
  return row?.state === 'waiting' && isStillGiven(row) ? row : null;
}

async function lookUp(db: Db, token: string) {
  const team = teamOfToken(token);
  if (team === null) return null;
  return db.read(system(team, 'access.invitation'), async (tx) => {
    const invitation = await waiting(tx, team, token);
    if (!invitation) return null;
    const account = await findAccount(tx, invitation.email);
    return { team, teamName: await teamName(tx, team), invitation, account };
  });
}

/** What an invitation says, for the one who holds its link. */
export async function getInvitation(
  _: Actor,
  { db }: Bare,
  input: InputOf<typeof access.getInvitation>,
) {
  const found = await lookUp(db, input.token);
  if (!found) return refuse('invitation.not_valid');
  const { invitation, account } = found;
  return {
    team: found.teamName,
    email: invitation.email,
    name: invitation.name,
    role: invitation.role as access.RoleName,
    invitedBy: invitation.inviter ?? '',
    expiresAt: invitation.expires_at,
    accountExists: account !== undefined && account.password_hash !== null,
  };
}

/** A person with an account proves it with its password; wrong ones count as at the door. */
async function proves(
  needs: AccessNeeds,
  { db, request }: Bare,
  account: Account,
  password: string,
) {
  const counter = counterKey(needs.secretKey, account.email, account.id, deviceMarkOf(request));
  const delayed = await db.outside(nobody, (tx) => countTry(tx, counter));
  if (isRefusal(delayed)) return delayed;
  const right = await verifyPassword(account.password_hash, password);
  if (isRefusal(right)) return right;
  return right ? counter : refuse('access.sign_in_refused');
}

/** Joins the team the invitation names, in the role it names, and signs in (or asks for the second factor). */
export const acceptInvitationWith =
  (needs: AccessNeeds) =>
  async (_: Actor, bare: Bare, input: InputOf<typeof access.acceptInvitation>) => {
    const { db, request } = bare;
    const found = await lookUp(db, input.token);
    if (!found) return refuse('invitation.not_valid');
    const { team, invitation, account } = found;
    const counter = account ? await proves(needs, bare, account, input.password) : null;
    if (isRefusal(counter)) return counter;
    if (!account && tooEasy(input.password, invitation.email)) {
      return refuse('access.password_too_easy');
    }
    const passwordHash = account ? null : await hashPassword(input.password);
    const inviting = system(team, 'access.invitation');
    const joined = await db.write(inviting, async (tx) => {
      if (!(await close(tx, team, invitation.id, 'accepted_at'))) {
        return refuse('invitation.not_valid');
      }
      const person = await accountFor(tx, invitation.email, passwordHash);
      // Somebody made an account for this address in between: its password was not asked for.
      if (!account && !person.isNew) return refuse('invitation.not_valid');
      const member = await joinTeam(inviting, tx, person.id, {
        name: input.name,
        email: invitation.email,
        role: invitation.role,
        shops: invitation.shop_ids,
        locale: input.locale,
      });
      if (isRefusal(member)) return member;
      if (account?.totp_secret) return { member, opened: null };
      const entrant = { account: person.id, team, member: member.id, counter };
      return { member, opened: await openSession(needs, tx, request, entrant) };
    });
    if (isRefusal(joined)) return joined;
    const { member, opened } = joined;
    if (opened) {
      return answer(
        { state: 'signed_in' as const, memberId: member.id, teamId: team },
        { 'set-cookie': opened.cookies },
      );
    }
    if (!account || !counter) throw new Error('a fresh member could not sign in');
    const { challenge, expiresAt } = await openChallenge(db, {
      account: account.id,
      team,
      counter,
    });
    return { state: 'second_factor' as const, challenge, expiresAt: expiresAt.toISOString() };
  };
