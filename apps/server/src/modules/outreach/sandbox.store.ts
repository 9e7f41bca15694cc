import { sql } from 'kysely';
import { system } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';
import type { SandboxBook } from './gateway.ports.ts';
import { maskedRecipient } from './roads.ts';

/** The sandbox's outbox of one gateway: each message committed by itself before it is answered, as a gateway would. */
export const sandboxBook = (db: Db, team: string, gatewayId: string): SandboxBook => {
  const actor = system(team, 'outreach.sandbox');
  const find = (tx: Tx, key: string) =>
    first<{ id: string }>(
      tx,
      sql`select id from outreach_sandbox where team_id = ${team} and gateway_id = ${gatewayId} and key = ${key}`,
    );
  return {
    put: ({ key, to, subject, text, parts }) =>
      db.write(actor, async (tx) => {
        const [made] = await run<{ id: string }>(
          tx,
          sql`insert into outreach_sandbox (team_id, id, gateway_id, key, recipient, subject, text, parts, at)
              values (${team}, ${newId()}, ${gatewayId}, ${key}, ${maskedRecipient(to.includes('@') ? 'mail' : 'sms', to)}, ${subject}, ${text}, ${parts}, ${now()})
              on conflict (team_id, gateway_id, key) do nothing returning id`,
        );
        if (made) return { id: made.id, first: true };
        return { id: (await find(tx, key))?.id ?? '', first: false };
      }),
    find: (key) => db.read(actor, async (tx) => (await find(tx, key))?.id ?? null),
  };
};

/** A message of the sandbox's outbox. */
export interface SandboxRow {
  readonly id: string;
  readonly key: string;
  readonly recipient: string;
  readonly subject: string | null;
  readonly text: string;
  readonly parts: number;
  readonly at: Date;
}

export const sandboxRows = (
  tx: Tx,
  gatewayId: string,
  page: { after: string | null; limit: number },
): Promise<SandboxRow[]> =>
  run(
    tx,
    sql`select id, key, recipient, subject, text, parts, at from outreach_sandbox
        where team_id = ${tx.team} and gateway_id = ${gatewayId} and (${page.after}::uuid is null or id < ${page.after}::uuid)
        order by id desc limit ${page.limit}`,
  );
