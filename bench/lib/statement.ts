import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
} from 'kysely';
import { createDb } from '../../apps/server/src/kernel/db.ts';
import { appRole } from '../../apps/server/src/kernel/migrate.ts';
import { authenticateStaff } from '../../apps/server/src/modules/access/index.ts';
import { counterStatement } from '../../apps/server/src/modules/workbench/counter.store.ts';
import type { Product } from './product.ts';

const compiler = new Kysely<never>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** A statement as it goes to the database. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

const compile = (query: RawBuilder<unknown>): Statement => {
  const { sql, parameters } = query.compile(compiler);
  return { text: sql, values: parameters };
};

type Request = Parameters<typeof authenticateStaff>[1];

/** The very statement with which the product opens a conversation for its owner, and the owner's id. */
export async function counterOf(
  url: string,
  product: Product,
  conversation: string,
): Promise<Statement & { readonly member: string }> {
  const db = createDb({ url, max: 1, role: appRole });
  try {
    const asked = { headers: { cookie: product.cookie }, ip: '127.0.0.1' } as unknown as Request;
    const actor = await authenticateStaff(db, asked);
    if (actor === null || !('kind' in actor) || actor.kind !== 'member')
      throw new Error('the owner is not known');
    return { ...compile(counterStatement(actor, conversation)), member: actor.member };
  } finally {
    await db.pool.end();
  }
}
