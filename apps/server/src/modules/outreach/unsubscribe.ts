import type { InputOf, outreach } from '@guitai/contract';
import { type Actor, type Locale, system } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Bare } from '../../kernel/route.ts';
import type { Tx } from '../../kernel/tx.ts';
import { buyerFacts } from '../buyers/index.ts';
import { findShop } from '../shops/index.ts';
import { digestWith } from './digest.rules.ts';
import { standingOf } from './opt-out.store.ts';
import { optOut, takeBack } from './opt-out.ts';
import { lockMessage, type Outbound } from './outbox.store.ts';
import type { OutreachNeeds } from './ports.ts';
import { unsubscribePage } from './unsubscribe.page.ts';
import { isOurLink } from './unsubscribe.rules.ts';

type Link = InputOf<typeof outreach.openUnsubscribeLink>;

interface Behind {
  readonly message: Outbound;
  readonly shop: string;
  readonly locale: Locale;
}

const languages: readonly string[] = ['zh-CN', 'zh-TW', 'en'];

async function behind(actor: Actor, tx: Tx, link: Link): Promise<Behind | null> {
  const message = await lockMessage(tx, link.messageId);
  if (!message) return null;
  const shop = await findShop(tx, message.shopId);
  const own = (await buyerFacts(tx, message.buyerId))?.locale ?? '';
  const locale = languages.includes(own) ? (own as Locale) : actor.locale;
  return { message, shop: shop?.name ?? '', locale };
}

const pathOf = (bare: Bare): string => bare.request.url.split('?')[0] ?? '';

const html = (bare: Bare, page: string) =>
  bare.reply
    .header(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'",
    )
    .type('text/html; charset=utf-8')
    .send(page);

/** The page with its one button. Scanners open links in mails: opening changes nothing. */
export const openUnsubscribeLinkWith =
  (needs: OutreachNeeds) => async (actor: Actor, bare: Bare, link: Link) => {
    if (!isOurLink(needs, link)) return refuse('outreach.link_invalid');
    const found = await bare.db.write(system(link.teamId, 'outreach'), (tx) =>
      behind(actor, tx, link),
    );
    if (!found) return refuse('outreach.link_invalid');
    return html(bare, unsubscribePage(found.locale, 'ask', found.shop, pathOf(bare)));
  };

/** One click, from the page or straight from the mail program (RFC 8058). */
export const useUnsubscribeLinkWith =
  (needs: OutreachNeeds) =>
  async (actor: Actor, bare: Bare, input: InputOf<typeof outreach.useUnsubscribeLink>) => {
    if (!isOurLink(needs, input)) return refuse('outreach.link_invalid');
    const acting = system(input.teamId, 'outreach');
    const found = await bare.db.write(acting, async (tx) => {
      const read = await behind(actor, tx, input);
      if (!read) return null;
      if (input.undo) {
        const standing = await standingOf(tx, read.message.id);
        if (standing) await takeBack(acting, tx, standing.id);
        return read;
      }
      const { message } = read;
      const topic = message.topic === 'marketing' ? 'marketing' : 'all';
      const { buyerId, shopId } = message;
      await optOut(
        acting,
        tx,
        {
          buyerId,
          shopId,
          channel: 'mail',
          topic,
          source: 'mail',
          message,
        },
        digestWith(needs.config.secretKey),
      );
      return read;
    });
    if (!found) return refuse('outreach.link_invalid');
    const state = input.undo ? 'undone' : 'done';
    return html(bare, unsubscribePage(found.locale, state, found.shop, pathOf(bare)));
  };
