import type { SystemActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { Tx } from '../../kernel/tx.ts';
import { membersWith, notify } from '../notices/index.ts';
import type { SendAnswer } from './gateway.ports.ts';
import { type GatewayRow, setGatewayState } from './gateway.store.ts';

function stateAfter(answer: SendAnswer): { state: GatewayRow['state']; trouble: string } | null {
  if (answer.state === 'accepted') return { state: 'ok', trouble: '' };
  if (answer.state === 'not_sent' || answer.state === 'unknown')
    return { state: 'down', trouble: answer.why.slice(0, 300) };
  // A no to one recipient says nothing about the gateway.
  const trouble = `${answer.code} ${answer.text}`.trim().slice(0, 300);
  return answer.denied ? { state: 'denied', trouble } : null;
}

/** Notes how a gateway is; those who look after it hear of trouble once. */
export async function noteGateway(
  _actor: SystemActor,
  tx: Tx,
  gateway: GatewayRow,
  answer: SendAnswer,
): Promise<void> {
  const after = stateAfter(answer);
  if (!after) return;
  if (after.state === gateway.state && after.trouble === gateway.trouble) return;
  const news = await setGatewayState(tx, gateway.id, after.state, after.trouble, now());
  if (!news || after.state === 'ok') return;
  const shopId = gateway.shopIds?.[0] ?? null;
  await notify(tx, {
    to: await membersWith(tx, 'gateways.manage', shopId),
    kind: 'gateway_trouble',
    shopId,
    subject: { kind: 'gateway', id: gateway.id },
    path: '/settings/message-gateways',
    params: { name: gateway.name, state: after.state },
    key: `gateway ${gateway.id} ${after.state} ${now().toISOString().slice(0, 13)}`,
  });
}
