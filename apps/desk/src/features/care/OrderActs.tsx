import { care, type orders } from '@guitai/contract';
import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { type Command, useCommands } from '../../lib/keys.ts';
import { type Act, useAct, useReply } from '../../lib/query.ts';
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

type OnOrder =
  | typeof care.verifyOrder
  | typeof care.verifyAddress
  | typeof care.remindPayment
  | typeof care.sendTrackingCard
  | typeof care.sendOrderCard;

/** The common acts of an order while chatting: words with their keys, one click each. */
export function OrderActs({ order, conversationId, inHand, onRemark, onDone }: Props) {
  const order1 = useAct(care.verifyOrder, onDone);
  const address = useAct(care.verifyAddress, onDone);
  const reminder = useAct(care.remindPayment, onDone);
  const tracking = useAct(care.sendTrackingCard, onDone);
  const card = useAct(care.sendOrderCard, onDone);
  const all = [order1, address, reminder, tracking, card];
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
  const run = (act: Act<OnOrder>) => {
    forget();
    if (act === (reminder as Act<OnOrder>) && wordings.length > 1) return setPicking(true);
    void act.run({ conversationId, orderId: order.id });
  };
  const acts = [
    {
      id: 'verifyOrder',
      key: '1',
      act: order1,
      label: <Trans>Verify order</Trans>,
      name: msg`Verify order`,
    },
    {
      id: 'verifyAddress',
      key: '2',
      act: address,
      label: <Trans>Verify address</Trans>,
      name: msg`Verify address`,
    },
    {
      id: 'remindPayment',
      key: '3',
      act: reminder,
      label: <Trans>Payment reminder</Trans>,
      name: msg`Payment reminder`,
    },
    {
      id: 'sendTrackingCard',
      key: '4',
      act: tracking,
      label: <Trans>Send tracking</Trans>,
      name: msg`Send tracking`,
    },
    {
      id: 'sendOrderCard',
      key: '6',
      act: card,
      label: <Trans>Send order</Trans>,
      name: msg`Send order`,
    },
  ];
  const group = msg`Order in hand`;
  const commands: Command[] = [
    ...acts.map(({ id, key, act, name }) => ({
      id: `${id} ${order.id}`,
      name,
      group,
      key,
      possible: may(id) && !act.busy,
      run: () => run(act as Act<OnOrder>),
    })),
    {
      id: `addOrderRemark ${order.id}`,
      name: msg`Write a remark`,
      group,
      key: '5',
      possible: may('addOrderRemark'),
      run: onRemark,
    },
  ];
  useCommands(inHand ? commands : []);
  const refusal = all.find((act) => act.refusal)?.refusal;
  const next = nextAct(order);
  const buttons = acts
    .filter(({ id }) => may(id))
    .map(({ id, key, act, label }) => (
      <Button
        key={id}
        small
        look={inHand && id === next ? 'main' : 'line'}
        busy={act.busy}
        {...(inHand ? { hint: key } : {})}
        onClick={() => run(act as Act<OnOrder>)}
      >
        {label}
      </Button>
    ));
  const remark = may('addOrderRemark') && (
    <Button key="remark" small {...(inHand ? { hint: '5' } : {})} onClick={onRemark}>
      <Trans>Remark</Trans>
    </Button>
  );
  const last = may('sendOrderCard') ? buttons.length - 1 : buttons.length;
  return (
    <>
      {buttons.slice(0, last)}
      {remark}
      {buttons.slice(last)}
      {picking && may('remindPayment') && (
        <ReminderPicker
          wordings={wordings}
          onClose={() => setPicking(false)}
          onSend={(variant) => {
            setPicking(false);
            void reminder.run({ conversationId, orderId: order.id, variant });
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
