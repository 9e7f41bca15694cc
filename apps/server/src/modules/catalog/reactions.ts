import { react } from '../../kernel/reactions.ts';
import { productsMirrored } from './events.ts';
import { indexEntry, indexForm } from './index.rules.ts';
import { readOutdated, writeEntries } from './mirror.store.ts';
import { speaker } from './speak.ts';
import { refreshAvailable } from './stock.store.ts';

/**
 * Follows the log from its beginning: what was indexed in an older form is indexed again, once and resumable. The form stands in the
 * name, so that a newer one begins anew.
 */
export const reactions = [
  react(`catalog.indexAgain.${indexForm}`, productsMirrored, async (_actor, tx, { data }) => {
    const { shopId, productIds } = data;
    const outdated = await readOutdated(tx, shopId, productIds);
    if (outdated.length === 0) return;
    const speak = await speaker();
    const entries = outdated.map(({ id, ...product }) => ({
      id,
      ...indexEntry(tx.team ?? '', product, speak),
    }));
    await writeEntries(tx, shopId, entries);
    await refreshAvailable(
      tx,
      entries.map(({ id }) => id),
    );
  }),
];
