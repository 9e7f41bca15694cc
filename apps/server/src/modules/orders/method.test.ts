import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { freshShop, type ShopWorld } from '../../../test/shop.ts';
import { run } from '../../kernel/tx.ts';
import * as module from './index.ts';
import { takeFromBalance } from './money.store.ts';

let w: ShopWorld;

beforeAll(async () => {
  w = await freshShop();
});

type Method = module.MethodRecord;

const gift = (balanceMinor: number | null, part: Partial<Method> = {}): Method => ({
  buyerExternalId: 'b-1',
  externalId: 'gift',
  kind: 'gift_card',
  sourceKind: '',
  label: '礼品卡',
  balanceMinor,
  currency: 'CNY',
  attributes: {},
  ...part,
});

const tell = (...methods: Method[]) => w.write((tx) => module.mirrorMethods(tx, w.shop, methods));

const kept = async (externalId = 'gift') => {
  const [row] = await w.read((tx) =>
    run<{ id: string; kind: string; label: string; balance: number | null; currency: string }>(
      tx,
      sql`select id, kind, label, balance_minor as balance, currency from payment_methods where external_id = ${externalId}`,
    ),
  );
  if (!row) throw new Error('no such means of payment');
  return row;
};

const spend = async (amountMinor: number) => {
  const { id } = await kept();
  await w.write((tx) => takeFromBalance(tx, id, amountMinor));
};

describe('SHOP-03 whose a balance is', () => {
  test('a source tells a balance anew as long as nobody moved it here', async () => {
    await tell(gift(5_000), gift(null, { externalId: 'card', kind: 'credit_card' }));
    await tell(gift(7_000), gift(900, { externalId: 'card', kind: 'e_card' }));
    expect(await kept()).toMatchObject({ balance: 7_000 });
    expect(await kept('card')).toMatchObject({ kind: 'e_card', balance: 900 });
  });

  test('moved here it is ours: no later file fills it up again or makes other money of it', async () => {
    await spend(6_500);
    await tell(gift(7_000));
    expect(await kept()).toMatchObject({ balance: 500 });
    await tell(gift(900_000, { currency: 'KWD', kind: 'credit_card', label: '新礼品卡' }));
    const ours = { balance: 500, currency: 'CNY', kind: 'gift_card', label: '新礼品卡' };
    expect(await kept()).toMatchObject(ours);
    await tell(gift(null));
    await tell(gift(7_000));
    expect(await kept()).toMatchObject({ balance: 500 });
  });
});
