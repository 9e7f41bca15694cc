import { care, type orders } from '@guitai/contract';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type Command, useCommands } from '../../lib/keys.ts';
import { useAct, useReply } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from './OrderActs.module.css';
import { ReminderPicker } from './ReminderPicker.tsx';

interface Props {
  readonly order: orders.OrderCardShape;
  readonly conversationId: string;
  /** The order in hand: the number keys act on it. */
  readonly inHand: boolean;
  /** Opens the remark form of the order. */
  readonly onRemark: () => void;
  readonly onDone: () => void;
}

/** Acts with a key, in the order of their buttons; the fifth key writes a remark. */
const entries = [
  { id: 'verifyOrder', key: '1', name: msg`Verify order` },
  { id: 'verifyAddress', key: '2', name: msg`Verify address` },
  { id: 'remindPayment', key: '3', name: msg`Payment reminder` },
  { id: 'sendTrackingCard', key: '4', name: msg`Send tracking` },
  { id: 'sendOrderCard', key: '6', name: msg`Send order` },
] as const;

type Id = (typeof entries)[number]['id'];

const group = msg`Order in hand`;

function useEndpoints(onDone: () => void) {
  return {
    verifyOrder: useAct(care.verifyOrder, onDone),
    verifyAddress: useAct(care.verifyAddress, onDone),
    remindPayment: useAct(care.remindPayment, onDone),
    sendTrackingCard: useAct(care.sendTrackingCard, onDone),
    sendOrderCard: useAct(care.sendOrderCard, onDone),
  };
}

/** The common acts of an order while chatting: words with their keys, one click each. */
export function OrderActs({ order, conversationId, inHand, onRemark, onDone }: Props) {
  const { i18n } = useLingui();
  const acts = useEndpoints(onDone);
  const all = Object.values(acts);
  const forget = () => {
    for (const act of all) act.reset();
  };
  const may = (id: string) => order.can.includes(id);
  const [picking, setPicking] = useState(false);
  const words = useReply(
    care.listReminderWords,
    { orderId: order.id },
    { when: inHand && may('remindPayment') },
  );
  const wordings = words.data?.items ?? [];
  const run = (id: Id) => {
    forget();
    if (id === 'remindPayment' && wordings.length > 1) return setPicking(true);
    void acts[id].run({ conversationId, orderId: order.id });
  };
  const commands: Command[] = [
    ...entries.map(({ id, key, name }) => ({
      ...{ id: `${id} ${order.id}`, name, group, key },
      possible: may(id) && !acts[id].busy,
      run: () => run(id),
    })),
    {
      ...{ id: `addOrderRemark ${order.id}`, name: msg`Write a remark`, group, key: '5' },
      possible: may('addOrderRemark'),
      run: onRemark,
    },
  ];
  useCommands(inHand ? commands : []);
  const refusal = all.find((act) => act.refusal)?.refusal;
  const next = nextAct(order);
  const button = ({ id, key, name }: (typeof entries)[number]) =>
    may(id) && (
      <Button
        key={id}
        small
        look={inHand && id === next ? 'main' : 'line'}
        busy={acts[id].busy}
        {...(inHand ? { hint: key } : {})}
        onClick={() => run(id)}
      >
        {i18n._(name)}
      </Button>
    );
  return (
    <>
      {entries.slice(0, -1).map(button)}
      {may('addOrderRemark') && (
        <Button small {...(inHand ? { hint: '5' } : {})} onClick={onRemark}>
          <Trans>Remark</Trans>
        </Button>
      )}
      {entries.slice(-1).map(button)}
      {picking && may('remindPayment') && (
        <ReminderPicker
          wordings={wordings}
          onClose={() => setPicking(false)}
          onSend={(variant) => {
            setPicking(false);
            void acts.remindPayment.run({ conversationId, orderId: order.id, variant });
          }}
        />
      )}
      {refusal && (
        <div className={styles.refusal}>
          <Refusal refusal={refusal} onClose={forget} />
        </div>
      )}
    </>
  );
}

/** What this order most probably needs now; drawn brightest. */
function nextAct({ status, checks, can }: orders.OrderCardShape): string | undefined {
  if (status === 'placed') return 'remindPayment';
  if (status === 'paid' || status === 'preparing') {
    if (!checks.order) return 'verifyOrder';
    return checks.address ? undefined : 'verifyAddress';
  }
  return can.includes('sendTrackingCard') ? 'sendTrackingCard' : undefined;
}
