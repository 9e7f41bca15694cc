import { orders } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Button } from '../../../ui/Button.tsx';
import { Refusal } from '../../../ui/Refusal.tsx';
import type { Told } from './act.types.ts';
import { putBack } from './undo.ts';
import { useOrderAct } from './use-order-act.ts';

interface Props {
  readonly order: orders.OrderCardShape;
  readonly conversationId: string | undefined;
  readonly onTold: (told: Told) => void;
}

/** Urgent, in one click, and taken back in one. */
export function Urgent({ order, conversationId, onTold }: Props) {
  const { t } = useLingui();
  const set = useOrderAct(orders.setOrderUrgent, { order, conversationId }, (acted) =>
    onTold({
      acted,
      words: t`The warehouse sees it as urgent.`,
      undo: () => void putBack(orders.clearOrderUrgent, order.id, conversationId, {}),
    }),
  );
  const clear = useOrderAct(orders.clearOrderUrgent, { order, conversationId }, (acted) =>
    onTold({ acted, words: t`It is no longer urgent.` }),
  );
  const maySet = order.can.includes('setOrderUrgent');
  const act = maySet ? set : clear;
  if (!maySet && !order.can.includes('clearOrderUrgent')) return null;
  return (
    <>
      <Button small busy={act.busy} onClick={() => void act.run({})}>
        {maySet ? t`Mark as urgent` : t`No longer urgent`}
      </Button>
      <Refusal refusal={act.refusal} onClose={act.reset} />
    </>
  );
}
