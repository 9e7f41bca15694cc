import { sql } from 'kysely';
import { now } from '../../kernel/clock.ts';
import { isoColumn } from '../../kernel/events.ts';
import { newId } from '../../kernel/ids.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';
import { isRead, joinMark } from './mark.store.ts';

export interface MailRow {
  readonly id: string;
  readonly member_id: string;
  readonly kind: 'single' | 'digest';
  readonly notice_ids: string[];
  readonly state: 'waiting' | 'sent' | 'failed' | 'unsent';
  readonly tries: number;
}

/** Puts a mail into the outbox; null when there is one under its key. */
export async function insertMail(
  tx: Tx,
  mail: { member: string; kind: MailRow['kind']; notices: readonly string[]; key: string },
): Promise<string | null> {
  const added = await first<{ id: string }>(
    tx,
    sql`insert into notice_mails (team_id, id, member_id, kind, notice_ids, key, at)
        values (${tx.team}, ${newId()}, ${mail.member}, ${mail.kind}, ${[...mail.notices]}::uuid[], ${mail.key}, ${now()})
        on conflict (team_id, member_id, key) do nothing returning id`,
  );
  return added?.id ?? null;
}

export const waitingMail = (tx: Tx, id: string) =>
  first<MailRow>(
    tx,
    sql`select id, member_id, kind, notice_ids, state, tries from notice_mails
        where team_id = ${tx.team} and id = ${id} and state = 'waiting'`,
  );

export const settleMail = (tx: Tx, id: string, state: MailRow['state'], why = '') =>
  run(
    tx,
    sql`update notice_mails set state = ${state}, why = ${why}, tries = tries + 1,
          settled_at = case when ${state} = 'waiting' then null else ${now()}::timestamptz end
        where team_id = ${tx.team} and id = ${id} and state = 'waiting'`,
  );

export interface GivenRow {
  readonly id: string;
  readonly kind: string;
  readonly urgent: boolean;
  readonly shop_id: string | null;
  readonly recipients: string[];
  readonly at: string;
}

/** A notice and those of its recipients who have not read it. */
export const unreadBy = (tx: Tx, id: string) =>
  first<GivenRow>(
    tx,
    sql`select n.id, n.kind, n.urgent, n.shop_id, ${sql.raw(isoColumn('n.at'))} as at,
          array(select r.member_id from notice_readers r ${joinMark}
            where r.team_id = n.team_id and r.notice_id = n.id and ${isRead} is not true) as recipients
        from notices n where n.team_id = ${tx.team} and n.id = ${id}`,
  );
