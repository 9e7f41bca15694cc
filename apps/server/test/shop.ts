import { sql } from 'kysely';
import type { MemberActor, SystemActor } from '../src/kernel/actor.ts';
import type { Db } from '../src/kernel/db.ts';
import { newId } from '../src/kernel/ids.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import { run, type Tx } from '../src/kernel/tx.ts';
import { grantsOfRole } from '../src/modules/access/index.ts';
import { ensureVerifiedBuyer } from '../src/modules/buyers/index.ts';
import type { ProductRecord, VariantRecord } from '../src/modules/catalog/index.ts';
import { freshTeam, testDatabase } from './database.ts';
import { productRecord, variantRecord } from './records.ts';

/** A team with one shop and one buyer, for tests of buyers, products and orders below the level of HTTP. */
export interface ShopWorld {
  readonly db: Db;
  readonly actor: SystemActor;
  readonly shop: string;
  readonly buyer: string;
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** A member with a role, limited to shops when given. */
  member(role: string, shops?: string[] | null): MemberActor;
  /** Another shop of the same team. */
  anotherShop(name: string): Promise<string>;
  /** A product record with one variant. */
  product(
    externalId: string,
    variant?: Partial<VariantRecord>,
    part?: Partial<ProductRecord>,
  ): ProductRecord;
  /** Types of the events so far, in order. */
  events(): Promise<string[]>;
}

/** What the importer does with a record: any change changes the hash. */
const addShop = (tx: Tx, id: string, name: string) =>
  run(
    tx,
    sql`insert into shops (team_id, id, name, kind, currency, timezone, locale, colour, created_at, updated_at)
        values (${tx.team}, ${id}, ${name}, 'imported', 'CNY', 'Asia/Shanghai', 'zh-CN', '#0f766e', now(), now())`,
  );

export async function freshShop(): Promise<ShopWorld> {
  const { db } = await testDatabase();
  const actor = await freshTeam(db);
  const shop = newId();
  const buyer = await db.write(actor, async (tx) => {
    await run(tx, sql`insert into teams (id, name) values (${tx.team}, '青竹')`);
    await addShop(tx, shop, '青竹家居');
    return ensureVerifiedBuyer(actor, tx, {
      shopId: shop,
      externalId: 'b-1',
      name: '王晓敏',
      phone: '13812344614',
    });
  });
  if (isRefusal(buyer)) throw new Error('no buyer');
  return {
    db,
    actor,
    shop,
    buyer: buyer.buyerId,
    read: (work) => db.read(actor, work),
    write: (work) => db.write(actor, work),
    member: (role, shops = null) => ({
      kind: 'member',
      team: actor.team,
      member: newId(),
      account: newId(),
      session: newId(),
      role,
      grants: grantsOfRole(role),
      shops,
      locale: 'zh-CN',
    }),
    async anotherShop(name) {
      const id = newId();
      await db.write(actor, (tx) => addShop(tx, id, name));
      return id;
    },
    product(externalId, variant = {}, part = {}) {
      const variants = [
        variantRecord({ externalId: `${externalId}-1`, sku: `SKU-${externalId}`, ...variant }),
      ];
      return productRecord({ externalId, variants, ...part });
    },
    events: async () => {
      const rows = await db.read(actor, (tx) =>
        run<{ type: string }>(tx, sql`select type from events order by seq`),
      );
      return rows.map((row) => row.type);
    },
  };
}
