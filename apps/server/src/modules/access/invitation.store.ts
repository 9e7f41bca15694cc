import { sql } from 'kysely';
import { now } from '../../kernel/clock.ts';
import { isoColumn } from '../../kernel/events.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';
import { own } from './tables.ts';

export interface InvitationRow {
  readonly id: string;
  readonly email: string;
  readonly name: string | null;
  readonly role: string;
  readonly shop_ids: string[] | null;
  readonly invited_by: string | null;
  readonly inviter: string | null;
  /** The inviter as they stand today; null where the product itself invited. */
  readonly inviter_role: string | null;
  readonly inviter_shops: string[] | null;
  readonly inviter_status: string | null;
  readonly created_at: string;
  readonly expires_at: string;
  readonly state: 'waiting' | 'accepted' | 'withdrawn' | 'expired';
}

const iso = (column: string) => sql.raw(`${isoColumn(`i.${column}`)} as ${column}`);

const rows = () => sql`
  select i.id, i.email, i.name, i.role, i.shop_ids, i.invited_by, m.name as inviter,
         m.role as inviter_role, m.shop_ids as inviter_shops, m.status as inviter_status,
         ${iso('created_at')}, ${iso('expires_at')},
         case when i.accepted_at is not null then 'accepted' when i.withdrawn_at is not null then 'withdrawn'
              when i.expires_at <= ${now()} then 'expired' else 'waiting' end as state
  from invitations i left join members m on m.team_id = i.team_id and m.id = i.invited_by`;

export interface NewInvitation {
  readonly id: string;
  readonly team: string;
  readonly hash: Buffer;
  readonly email: string;
  readonly emailKey: string;
  readonly name: string | null;
  readonly role: string;
  readonly shops: readonly string[] | null;
  readonly invitedBy: string;
  readonly expiresAt: Date;
}

export async function insertInvitation(tx: Tx, made: NewInvitation): Promise<void> {
  await own(tx)
    .insertInto('invitations')
    .values({
      team_id: made.team,
      id: made.id,
      token_hash: made.hash,
      email: made.email,
      email_key: made.emailKey,
      name: made.name,
      role: made.role,
      shop_ids: made.shops ? [...made.shops] : null,
      invited_by: made.invitedBy,
      created_at: now(),
      expires_at: made.expiresAt,
    })
    .execute();
}

/** Withdraws the waiting invitations of an address; a new one replaces them. */
export const withdrawEarlier = (tx: Tx, team: string, emailKey: string) =>
  run(
    tx,
    sql`update invitations set withdrawn_at = ${now()}
        where team_id = ${team} and email_key = ${emailKey} and accepted_at is null and withdrawn_at is null`,
  );

export const invitationOfId = (tx: Tx, team: string, id: string) =>
  first<InvitationRow>(tx, sql`${rows()} where i.team_id = ${team} and i.id = ${id}`);

/** The invitation of a token, whatever its state. */
export const invitationOfToken = (tx: Tx, team: string, hash: Buffer) =>
  first<InvitationRow>(tx, sql`${rows()} where i.team_id = ${team} and i.token_hash = ${hash}`);

/** Invitations newest first; ids are time-ordered. */
export const listInvitationRows = (
  tx: Tx,
  team: string,
  wanted: { below: string | null; limit: number },
) =>
  run<InvitationRow>(
    tx,
    sql`${rows()} where i.team_id = ${team} and (${wanted.below}::uuid is null or i.id < ${wanted.below}::uuid)
        order by i.id desc limit ${wanted.limit}`,
  );

/** Closes a waiting invitation; false when it was used, withdrawn or ran out meanwhile. */
export async function close(
  tx: Tx,
  team: string,
  id: string,
  how: 'accepted_at' | 'withdrawn_at',
): Promise<boolean> {
  const closed = await first(
    tx,
    sql`update invitations set ${sql.ref(how)} = ${now()}
        where team_id = ${team} and id = ${id} and accepted_at is null and withdrawn_at is null
          and (${how === 'withdrawn_at'} or expires_at > ${now()}) returning 1 as one`,
  );
  return closed !== undefined;
}

export const teamName = async (tx: Tx, team: string): Promise<string> =>
  (await first<{ name: string }>(tx, sql`select name from teams where id = ${team}`))?.name ?? '';
