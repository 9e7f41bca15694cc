import { sql } from 'kysely';
import { system } from '../../kernel/actor.ts';
import type { Db } from '../../kernel/db.ts';
import { run, type Tx } from '../../kernel/tx.ts';
import { contactsAfter } from '../buyers/index.ts';
import { digestWith, keyed } from './digest.rules.ts';
import { noteHeld } from './held.store.ts';
import { followKey } from './key-mark.ts';

const page = 500;
/** A recipient is counted and answered for some days; older ones need no digest any more. */
const wanted = sql`interval '4 days'`;

interface Plain {
  readonly plain: Buffer;
}

const pairs = (secretKey: string, rows: readonly Plain[]) =>
  JSON.stringify(
    rows.map(({ plain }) => ({ was: plain.toString('hex'), is: keyed(secretKey, plain) })),
  );

async function keyContacts(tx: Tx, secretKey: string): Promise<number> {
  const rows = await run<Plain>(
    tx,
    sql`select contact as plain from outreach_opt_out_contacts where team_id = ${tx.team} and octet_length(contact) = 32
        limit ${page} for update`,
  );
  if (rows.length === 0) return 0;
  await run(
    tx,
    sql`with k as (select distinct decode(was, 'hex') as was, decode("is", 'hex') as "is"
            from json_to_recordset(${pairs(secretKey, rows)}::json) as k(was text, "is" text)),
          gone as (delete from outreach_opt_out_contacts c using k where c.team_id = ${tx.team} and c.contact = k.was
            returning c.opt_out_id, k."is")
        insert into outreach_opt_out_contacts (team_id, contact, opt_out_id)
        select ${tx.team}, "is", opt_out_id from gone on conflict do nothing`,
  );
  return rows.length;
}

async function keyRecipients(tx: Tx, secretKey: string): Promise<number> {
  const rows = await run<Plain & { readonly id: string; readonly late: boolean }>(
    tx,
    sql`select id, recipient_hash as plain, coalesce(handed_at, planned_at) < now() - ${wanted} as late from outreach_messages
        where team_id = ${tx.team} and octet_length(recipient_hash) = 32 limit ${page} for update skip locked`,
  );
  if (rows.length === 0) return 0;
  const made = rows.map(({ id, plain, late }) => ({
    id,
    is: late ? null : keyed(secretKey, plain),
  }));
  await run(
    tx,
    sql`update outreach_messages m set recipient_hash = decode(k."is", 'hex')
        from json_to_recordset(${JSON.stringify(made)}::json) as k(id uuid, "is" text)
        where m.team_id = ${tx.team} and m.id = k.id`,
  );
  return rows.length;
}

/**
 * Puts the product's key onto digests of before, page by page: killed anywhere, the next time goes on. Nothing is lost by it. What another
 * process is at of a no is waited for: whoever goes on from here finds none of before.
 */
export async function keyDigests(db: Db, team: string, secretKey: string): Promise<void> {
  const actor = system(team, 'outreach.upkeep');
  for (const step of [keyContacts, keyRecipients])
    while ((await db.write(actor, (tx) => step(tx, secretKey))) > 0);
  await db.write(actor, (tx) => followKey(tx, secretKey));
}

const start = '00000000-0000-0000-0000-000000000000';
const end = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Finds, once for a team, for which of its buyers a no holds that was said under their number by somebody else. */
async function holdPage(tx: Tx, secretKey: string): Promise<boolean> {
  const [row] = await run<{ to: string }>(
    tx,
    sql`insert into outreach_upkeep as u (team_id, held_to) values (${tx.team}, ${start})
        on conflict (team_id) do update set held_to = u.held_to returning held_to as "to"`,
  );
  if (!row || row.to === end) return false;
  const contacts = await contactsAfter(tx, row.to, page);
  await noteHeld(tx, contacts, digestWith(secretKey));
  const to = contacts.length < page ? end : (contacts.at(-1)?.id ?? end);
  await run(tx, sql`update outreach_upkeep set held_to = ${to} where team_id = ${tx.team}`);
  return to !== end;
}

/** What an upgrade leaves to the product itself, for one team: digests get their key, noes are found at all they hold for. */
export async function upkeepOf(db: Db, team: string, secretKey: string): Promise<void> {
  await keyDigests(db, team, secretKey);
  const actor = system(team, 'outreach.upkeep');
  while (await db.write(actor, (tx) => holdPage(tx, secretKey)));
}
