import { orders } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { addressText } from '../../lib/address.ts';
import { useAct } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { When } from '../../ui/When.tsx';
import styles from './OrderCard.module.css';

interface Props {
  readonly order: orders.OrderCardShape;
  readonly change: NonNullable<orders.OrderCardShape['addressChange']>;
  readonly onChange: (() => void) | undefined;
}

/** Another address somebody wants for the order: take it over, or keep the old one and say why. */
export function AddressProposal({ order, change, onChange }: Props) {
  const { t, i18n } = useLingui();
  const accept = useAct(orders.acceptAddressChange, onChange);
  const refuse = useAct(orders.refuseAddressChange, onChange);
  const [reason, setReason] = useState<string>();
  const where = { orderId: order.id, addressChangeId: change.id };
  return (
    <div className={styles.proposal}>
      <p>
        <b>{t`Another address is wanted`}</b> <When at={change.proposedAt} form="ago" />
      </p>
      <p>
        {change.address.name} {change.address.phone} {addressText(change.address, i18n.locale)}
      </p>
      {change.note && <p className={styles.quote}>{change.note}</p>}
      {reason === undefined ? (
        <div className={styles.proposalActs}>
          {order.can.includes('acceptAddressChange') && (
            <Button small look="main" busy={accept.busy} onClick={() => void accept.run(where)}>
              {t`Take it over`}
            </Button>
          )}
          {order.can.includes('refuseAddressChange') && (
            <Button small onClick={() => setReason('')}>
              {t`Keep the old one…`}
            </Button>
          )}
        </div>
      ) : (
        <form
          className={styles.inlineForm}
          onSubmit={(event) => {
            event.preventDefault();
            void refuse.run({ ...where, reason: reason.trim() });
          }}
        >
          <input
            // biome-ignore lint/a11y/noAutofocus: the field appears because it was asked for
            autoFocus
            value={reason}
            maxLength={300}
            aria-label={t`Why the address stays`}
            placeholder={t`Why the address stays`}
            onChange={(event) => setReason(event.target.value)}
          />
          <Button small type="submit" busy={refuse.busy} disabled={reason.trim().length < 2}>
            {t`Keep`}
          </Button>
          <Button small look="plain" onClick={() => setReason(undefined)}>
            {t`Cancel`}
          </Button>
        </form>
      )}
      <Refusal refusal={accept.refusal ?? refuse.refusal} />
    </div>
  );
}
