import { system } from '../../kernel/actor.ts';
import type { Db } from '../../kernel/db.ts';
import type { Tx } from '../../kernel/tx.ts';
import { type GatewayRow, gatewayRows } from './gateway.store.ts';
import { openGateway, openSecrets } from './open-gateways.ts';
import type { OutreachNeeds } from './ports.ts';

const forMail = async (tx: Tx): Promise<GatewayRow[]> =>
  (await gatewayRows(tx)).filter(({ channel, enabled }) => channel === 'mail' && enabled);

/** The account a letter to a member goes through: that of the shop it tells of, else that of the whole team; never another shop's. */
async function accountOf(tx: Tx, shopId: string | null): Promise<GatewayRow | undefined> {
  const rows = await forMail(tx);
  const own = rows.find(({ shopIds }) => shopId !== null && shopIds?.includes(shopId));
  return own ?? rows.find(({ shopIds }) => shopIds === null);
}

interface Letter {
  readonly key: string;
  readonly to: string;
  readonly shopId: string | null;
  readonly subject: string;
  readonly text: string;
}

/** Carries letters to members of a team through its own mail gateway; without one it is unable. Silence is never sent again. */
export const postmanOf = (needs: OutreachNeeds, db: Db) => ({
  ready: async (tx: Tx, shops: readonly string[] | null): Promise<boolean> =>
    (await forMail(tx)).some(
      ({ shopIds }) =>
        shopIds === null || shops === null || shopIds.some((id) => shops.includes(id)),
    ),
  async send(
    team: string,
    { shopId, ...letter }: Letter,
  ): Promise<'sent' | 'unable' | 'again' | 'unknown'> {
    const row = await db.read(system(team, 'outreach.letter'), (tx) => accountOf(tx, shopId));
    if (!row) return 'unable';
    const gateway = openGateway(needs, db, team, row, openSecrets(needs, row.secrets));
    const answer = await gateway.send({ ...letter, unsubscribeUrl: null });
    await gateway.close?.();
    if (answer.state === 'accepted') return 'sent';
    if (answer.state === 'unknown') return 'unknown';
    return answer.state === 'not_sent' || answer.again ? 'again' : 'unable';
  },
});
