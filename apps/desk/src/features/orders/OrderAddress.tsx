import { orders, type ReplyOf } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { addressText } from '../../lib/address.ts';
import { useAct } from '../../lib/query.ts';
import { CopyIcon } from '../../ui/Copy.tsx';
import { Reveal } from '../../ui/Reveal.tsx';
import { AddressProposal } from './AddressProposal.tsx';
import { CheckWord } from './CheckWord.tsx';
import styles from './OrderCard.module.css';

interface Props {
  readonly order: orders.OrderCardShape;
  readonly onChange: (() => void) | undefined;
}

/** Where it goes: covered until somebody says why they look; with the buyer's answer and wish for another. */
export function OrderAddress({ order, onChange }: Props) {
  const { t, i18n } = useLingui();
  const reveal = useAct(orders.revealOrderAddress);
  const [shown, setShown] = useState<ReplyOf<typeof orders.revealOrderAddress>>();
  const address = shown?.address ?? order.address;
  const text = shown?.address.raw || addressText(address, i18n.locale);
  return (
    <section className={styles.part} aria-label={t`Delivery address`}>
      <h4>
        {t`Delivery address`}
        <CheckWord check={order.checks.address} />
      </h4>
      {address ? (
        <div className={styles.address}>
          {(address.name || address.phone) && (
            <p>
              <b>{address.name}</b> <span className={styles.phone}>{address.phone}</span>
            </p>
          )}
          <p>{text}</p>
          {shown ? (
            <CopyIcon
              text={`${shown.address.name} ${shown.address.phone} ${text}`}
              name={t`Copy the address`}
            />
          ) : (
            order.can.includes('revealOrderAddress') &&
            order.address?.masked !== false && (
              <Reveal
                busy={reveal.busy}
                refusal={reveal.refusal}
                onAsk={(reason) => {
                  void reveal
                    .run({ orderId: order.id, reason })
                    .then((answer) => answer && setShown(answer));
                }}
              />
            )
          )}
        </div>
      ) : (
        <p className={styles.none}>{t`No address on this order.`}</p>
      )}
      {order.addressChange?.state === 'proposed' && (
        <AddressProposal order={order} change={order.addressChange} onChange={onChange} />
      )}
    </section>
  );
}
