import { orders } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Refusal } from '../../../ui/Refusal.tsx';
import type { ActEndpoint, Acted, OwnFields, Told } from './act.types.ts';
import { putBack } from './undo.ts';
import { useOrderAct } from './use-order-act.ts';

interface Props {
  readonly order: orders.OrderCardShape;
  readonly conversationId: string | undefined;
  readonly onTold: (told: Told) => void;
}

/** Acts that need no form: one click, told where it was; an urgent mark is taken back in one, too. */
export function QuickActs(props: Props) {
  const { order, conversationId, onTold } = props;
  const { t } = useLingui();
  const tell = (words: string) => (acted: Acted) => onTold({ acted, words });
  const underWay = order.parcels.find(({ deliveredAt }) => deliveredAt === null);
  return (
    <>
      <Quick
        {...props}
        endpoint={orders.setOrderUrgent}
        fields={{}}
        onActed={(acted) =>
          onTold({
            acted,
            words: t`The warehouse sees it as urgent.`,
            undo: () => void putBack(orders.clearOrderUrgent, order.id, conversationId, {}),
          })
        }
      >{t`Mark as urgent`}</Quick>
      <Quick
        {...props}
        endpoint={orders.clearOrderUrgent}
        fields={{}}
        onActed={tell(t`It is no longer urgent.`)}
      >
        {t`No longer urgent`}
      </Quick>
      <Quick
        {...props}
        endpoint={orders.prepareOrder}
        fields={{}}
        onActed={tell(t`The order is being prepared.`)}
      >
        {t`Being prepared`}
      </Quick>
      {underWay && (
        <Quick
          {...props}
          endpoint={orders.deliverParcel}
          fields={{ parcelId: underWay.id }}
          onActed={tell(t`The parcel has arrived.`)}
        >
          {t`Parcel has arrived`}
        </Quick>
      )}
      <Quick
        {...props}
        endpoint={orders.receiveOrder}
        fields={{}}
        onActed={tell(t`The buyer has the goods.`)}
      >
        {t`Buyer has the goods`}
      </Quick>
      <Quick
        {...props}
        endpoint={orders.completeOrder}
        fields={{}}
        onActed={tell(t`The order is completed.`)}
      >
        {t`Complete`}
      </Quick>
    </>
  );
}

interface QuickProps<E extends ActEndpoint> extends Omit<Props, 'onTold'> {
  readonly endpoint: E;
  readonly fields: OwnFields<E>;
  readonly onActed: (acted: Acted) => void;
  readonly children: ReactNode;
}

/** One click; nothing where the reader may not. */
function Quick<E extends ActEndpoint>(props: QuickProps<E>) {
  const { order, conversationId, endpoint, fields, onActed, children } = props;
  const act = useOrderAct(endpoint, { order, conversationId }, onActed);
  if (!order.can.includes(endpoint.id)) return null;
  return (
    <>
      <Button small busy={act.busy} onClick={() => void act.run(fields)}>
        {children}
      </Button>
      <Refusal refusal={act.refusal} onClose={act.reset} />
    </>
  );
}
