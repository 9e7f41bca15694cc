import { sql } from 'kysely';
import type { TeamActor } from '../../kernel/actor.ts';
import { system } from '../../kernel/actor.ts';
import type { Db } from '../../kernel/db.ts';
import type { Happened } from '../../kernel/events.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';
import type { Standing } from './post.rules.ts';

/** A colleague as conversations need to know them. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly shopIds: readonly string[] | null;
  readonly status: 'active' | 'deactivated';
}

const columns = sql`id, name, role, shop_ids as "shopIds", status`;

/** One colleague of the team; undefined when there is none of that id. */
export const colleague = (tx: Tx, id: string): Promise<Colleague | undefined> =>
  first(
    tx,
    sql`select ${columns} from published.members where team_id = ${tx.team} and id = ${id}`,
  );

/** Every active colleague of the team. */
export const colleagues = (tx: Tx): Promise<Colleague[]> =>
  run(
    tx,
    sql`select ${columns} from published.members where team_id = ${tx.team} and status = 'active' order by name, id`,
  );

/** The name an actor signs with inside a transaction; empty for the system and for keys. */
export async function signature(tx: Tx, actor: TeamActor, buyerName = ''): Promise<string> {
  if (actor.kind === 'buyer') return buyerName;
  if (actor.kind !== 'member') return '';
  return (await colleague(tx, actor.member))?.name ?? '';
}

const forgetAfter = 60_000;

/** Names of the team's members, remembered for a minute, so that posting a message never asks for them. */
export function createNames(db: Db) {
  const known = new Map<string, { name: string; at: number }>();

  const isFresh = (member: string): boolean =>
    Date.now() - (known.get(member)?.at ?? 0) < forgetAfter;

  return {
    /** The name the author signs with; members must have been loaded. */
    of(actor: TeamActor, standing: Standing): string {
      if (actor.kind === 'buyer') return standing.buyerName;
      return actor.kind === 'member' ? (known.get(actor.member)?.name ?? '') : '';
    },
    async load(team: string, waiting: readonly { said: { actor: TeamActor } }[]): Promise<void> {
      const missing = new Set<string>();
      for (const { said } of waiting) {
        if (said.actor.kind === 'member' && !isFresh(said.actor.member))
          missing.add(said.actor.member);
      }
      if (missing.size === 0) return;
      const found = await db.read(system(team, 'conversations.names'), (tx) =>
        run<Colleague>(
          tx,
          sql`select ${columns} from published.members where team_id = ${team} and id = any(${[...missing]})`,
        ),
      );
      if (known.size > 5_000) known.clear();
      for (const { id, name } of found) known.set(id, { name, at: Date.now() });
    },
    /** A member's name changed. */
    heed(happened: readonly Happened[]): void {
      for (const event of happened)
        if (event.type === 'member.changed') known.delete(event.subject);
    },
  };
}

export type Names = ReturnType<typeof createNames>;
