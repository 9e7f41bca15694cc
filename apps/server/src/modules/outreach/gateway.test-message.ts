import type { InputOf, outreach } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { system } from '../../kernel/actor.ts';
import { newId } from '../../kernel/ids.ts';
import { createLimiter } from '../../kernel/rate.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Bare } from '../../kernel/route.ts';
import { record } from '../audit/index.ts';
import { readPhone } from '../buyers/index.ts';
import type { SendAnswer } from './gateway.ports.ts';
import { type GatewayRow, gatewayOfId, setBalance } from './gateway.store.ts';
import { mayManage, showGateway } from './gateway.ts';
import { noteGateway } from './health.ts';
import { openGateway, openSecrets } from './open-gateways.ts';
import type { OutreachNeeds } from './ports.ts';
import { maskedRecipient } from './roads.ts';

const words = {
  'zh-CN': '【测试】这是柜台发出的一条测试消息，收到即表示网关可用。',
  'zh-TW': '【測試】這是櫃台送出的測試訊息，收到即表示閘道可用。',
  en: 'Test: this message was sent by Guitai to try out the gateway.',
};

/** A number or address as it can be sent to; null when it is none. */
function recipient(row: GatewayRow, text: string): string | null {
  if (row.channel === 'mail') return /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(text) ? text : null;
  const phone = readPhone(text);
  return phone?.valid ? phone.number : null;
}

const outcome = (answer: SendAnswer) => {
  if (answer.state === 'accepted') return { outcome: 'accepted', detail: '' } as const;
  if (answer.state === 'refused')
    return { outcome: 'refused', detail: `${answer.code} ${answer.text}`.trim() } as const;
  return { outcome: answer.state, detail: answer.why } as const;
};

/** Sends one message to a number of the person's own and looks what is left on the account. */
export const testMessageGatewayWith = (needs: OutreachNeeds) => {
  const limiter = createLimiter({ perSecond: 0.1, burst: 6 });
  return async (
    actor: StaffActor,
    bare: Bare,
    { gatewayId, to }: InputOf<typeof outreach.testMessageGateway>,
  ) => {
    const row = await bare.db.read(actor, (tx) => gatewayOfId(tx, gatewayId));
    if (!row || !mayManage(actor, row.shopIds)) return refuse('gateway.not_found');
    const number = recipient(row, to);
    if (number === null) return refuse('gateway.recipient_invalid');
    const tooMany = limiter(actor.team);
    if (tooMany) return tooMany;
    const gateway = openGateway(needs, bare.db, actor.team, row, openSecrets(needs, row.secrets));
    const message = { key: newId(), to: number, text: words[actor.locale], subject: null };
    const answer = await gateway.send({ ...message, unsubscribeUrl: null });
    const balance = (await gateway.balance?.()) ?? null;
    await gateway.close?.();
    const acting = system(actor.team, 'outreach');
    await bare.db.write(acting, (tx) => noteGateway(acting, tx, row, answer));
    return bare.db.write(actor, async (tx) => {
      if (balance !== null) await setBalance(tx, gatewayId, balance);
      record(tx, actor, {
        action: 'gateway.tested',
        subject: { kind: 'gateway', id: gatewayId },
        after: { to: maskedRecipient(row.channel, number), outcome: answer.state },
        shop: row.shopIds?.[0] ?? null,
      });
      const shown = await showGateway(needs, actor, tx, gatewayId);
      return isRefusal(shown) ? shown : { ...outcome(answer), gateway: shown };
    });
  };
};
