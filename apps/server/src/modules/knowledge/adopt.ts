import type { Locale } from '../../kernel/actor.ts';
import { newId } from '../../kernel/ids.ts';
import type { Tx } from '../../kernel/tx.ts';
import { adoptEntries, readTextsOf, replaceOlder } from './adopt.store.ts';
import { slugOf } from './entry.rules.ts';
import { putIntoSearch } from './search.index.ts';

interface SourceText {
  readonly externalId: string;
  readonly productExternalId: string | null;
  readonly topic: string;
  readonly title: string;
  readonly body: string;
}

const batch = 200;
const localeOf = (text: string): Locale => (/\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en');

function adopted({ title, body, topic, externalId, productExternalId }: SourceText) {
  const id = newId();
  const named = (title || topic || externalId).slice(0, 200);
  const words = [{ locale: localeOf(`${title}${body}`), title: named, body: body || named }];
  return { id, slug: slugOf(named, id), externalId, productExternalId, topic, words };
}

/** What a shop's file tells is published as it came, found and sent like what colleagues write. */
export async function adoptTexts(
  tx: Tx,
  shopId: string,
  texts: readonly SourceText[],
): Promise<void> {
  for (let from = 0; from < texts.length; from += batch) {
    const ids = await adoptEntries(tx, shopId, texts.slice(from, from + batch).map(adopted));
    await replaceOlder(tx, ids);
    await putIntoSearch(tx, ids);
  }
}

/** Texts that came in before entries existed. */
export const adoptShop = async (tx: Tx, shopId: string): Promise<void> =>
  adoptTexts(tx, shopId, await readTextsOf(tx, shopId));
