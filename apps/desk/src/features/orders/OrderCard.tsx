import type { orders } from '@guitai/contract';
import { type ReactNode, useState } from 'react';
import { OrderWork } from './acts/OrderWork.tsx';
import { OrderAddress } from './OrderAddress.tsx';
import styles from './OrderCard.module.css';
import { OrderFacts } from './OrderFacts.tsx';
import { OrderHead } from './OrderHead.tsx';
import { OrderLines } from './OrderLines.tsx';
import { OrderMoney } from './OrderMoney.tsx';
import { OrderParcels } from './OrderParcels.tsx';
import { OrderRemarks } from './OrderRemarks.tsx';
import { OrderServices } from './OrderServices.tsx';
import { OrderTimeline } from './OrderTimeline.tsx';

interface Props {
  readonly order: orders.OrderCardShape;
  /** What other modules can do with this order, e.g. verify, remind; the screen puts it in. */
  readonly acts?: ReactNode;
  /** What stands among the usual acts besides. */
  readonly usualActs?: ReactNode;
  /** What can be done besides, behind the same word as the rarer acts. */
  readonly moreActs?: ReactNode;
  /** How far a parcel of it is, drawn. */
  readonly route?: (parcelId: string) => ReactNode;
  /** After-sales of this order. */
  readonly cases?: ReactNode;
  /** The chat in which it is looked at: what is done is told there. */
  readonly conversationId?: string | undefined;
  /** The order in hand takes the keys of the acts. */
  readonly inHand?: boolean;
  /** Folded to head and goods until it is opened: an older order in the sidebar. */
  readonly compact?: boolean;
  /** Told when a compact one is opened. */
  readonly onUnfold?: () => void;
  /** Called after something was done here; changes by others come as events. */
  readonly onChange?: () => void;
  /** Whether the form for a remark is open, where a key outside of the card opens it. */
  readonly writing?: boolean;
  readonly onWriting?: (open: boolean) => void;
}

/** Everything an agent needs of an order, in one card; narrow in the sidebar, two columns on its own page. */
export function OrderCard(props: Props) {
  const { order, acts, compact = false, onUnfold, onChange, inHand = false } = props;
  const [folded, setFolded] = useState(compact);
  const fold = () => {
    if (folded) onUnfold?.();
    setFolded(!folded);
  };
  const [writing, setWriting] = useState(false);
  return (
    <article className={styles.card} aria-label={order.number} data-order={order.id}>
      <OrderHead order={order} {...(compact ? { folded, onFold: fold } : {})} />
      <OrderLines order={order} {...(folded ? { most: 1 } : {})} />
      {props.cases}
      {!folded && (
        <>
          <OrderMoney order={order} />
          <div className={styles.acts}>
            {acts}
            <OrderWork
              order={order}
              conversationId={props.conversationId}
              inHand={inHand}
              usual={props.usualActs}
              more={props.moreActs}
            />
          </div>
          <div className={styles.columns}>
            <div>
              <OrderAddress order={order} onChange={onChange} />
              {order.parcels.length > 0 && <OrderParcels order={order} route={props.route} />}
              <OrderServices order={order} />
            </div>
            <div>
              <OrderRemarks
                order={order}
                onChange={onChange}
                writing={props.writing ?? writing}
                onWriting={props.onWriting ?? setWriting}
              />
              <OrderTimeline order={order} />
            </div>
          </div>
          <OrderFacts order={order} />
        </>
      )}
    </article>
  );
}
