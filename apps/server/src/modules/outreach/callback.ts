import { timingSafeEqual } from 'node:crypto';
import type { InputOf, outreach } from '@guitai/contract';
import { type Actor, system } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Bare } from '../../kernel/route.ts';
import { digestWith } from './digest.rules.ts';
import { gatewayOfId } from './gateway.store.ts';
import { hear } from './hear.ts';
import { callbackToken, callbackUrlOf, openGateway, openSecrets } from './open-gateways.ts';
import type { OutreachNeeds } from './ports.ts';

const same = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
};

/** SMS-01: what a gateway tells is believed by its address and signature, kept once, and committed before it is answered. */
export const receiveGatewayCallbackWith =
  (needs: OutreachNeeds) =>
  async (_actor: Actor, bare: Bare, input: InputOf<typeof outreach.receiveGatewayCallback>) => {
    const { teamId, gatewayId, token } = input;
    const refused = () => refuse('gateway.callback_refused');
    if (!same(token, callbackToken(needs, teamId, gatewayId))) return refused();
    const actor = system(teamId, 'outreach');
    const row = await bare.db.read(actor, (tx) => gatewayOfId(tx, gatewayId));
    if (!row) return refused();
    const { body, headers } = bare.request;
    const gateway = openGateway(needs, bare.db, teamId, row, openSecrets(needs, row.secrets));
    const read = gateway.readCallback?.({
      headers,
      body: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
      url: callbackUrlOf(needs, teamId, gatewayId) ?? '',
      at: now(),
    });
    if (!read) return refused();
    await bare.db.write(actor, (tx) =>
      hear(actor, tx, gatewayId, read.told, digestWith(needs.config.secretKey)),
    );
    const { status, type, body: answer } = read.answer;
    return bare.reply.code(status).type(type).send(answer);
  };
