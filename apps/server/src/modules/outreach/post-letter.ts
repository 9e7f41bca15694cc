import { system } from '../../kernel/actor.ts';
import type { Db } from '../../kernel/db.ts';
import type { Tx } from '../../kernel/tx.ts';
import { type GatewayRow, gatewayRows } from './gateway.store.ts';
import { openGateway, openSecrets } from './open-gateways.ts';
import type { OutreachNeeds } from './ports.ts';

/** The account letters to members go through: an enabled one for mail, one of the whole team before one of some shops. */
async function accountOf(tx: Tx): Promise<GatewayRow | undefined> {
  const rows = (await gatewayRows(tx)).filter(
    ({ channel, enabled }) => channel === 'mail' && enabled,
  );
  return rows.find(({ shopIds }) => shopIds === null) ?? rows[0];
}

interface Letter {
  readonly key: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Carries letters to members of a team through its own mail gateway; without one it is unable. Silence is never sent again. */
export const postmanOf = (needs: OutreachNeeds, db: Db) => ({
  ready: async (tx: Tx): Promise<boolean> => (await accountOf(tx)) !== undefined,
  async send(team: string, letter: Letter): Promise<'sent' | 'unable' | 'again' | 'unknown'> {
    const row = await db.read(system(team, 'outreach.letter'), accountOf);
    if (!row) return 'unable';
    const gateway = openGateway(needs, db, team, row, openSecrets(needs, row.secrets));
    const answer = await gateway.send({ ...letter, unsubscribeUrl: null });
    await gateway.close?.();
    if (answer.state === 'accepted') return 'sent';
    if (answer.state === 'unknown') return 'unknown';
    return answer.state === 'not_sent' || answer.again ? 'again' : 'unable';
  },
});
