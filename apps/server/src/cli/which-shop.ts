import type { SystemActor } from '../kernel/actor.ts';
import type { Db } from '../kernel/db.ts';
import { briefShops } from '../modules/shops/index.ts';
import { Trouble } from '../trouble.ts';

/** The shop meant: the one named by name or id, or the only one of the team. */
export async function chooseShop(db: Db, actor: SystemActor, named: string | undefined) {
  const shops = await db.read(actor, (tx) => briefShops(tx, null));
  const found = shops.filter(
    ({ id, name }) => named === undefined || id === named || name === named,
  );
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  const names = shops.map(({ name }) => name).join(', ');
  throw new Trouble(`Say which shop with --shop: ${names}`, `请用 --shop 指定店铺：${names}`);
}
