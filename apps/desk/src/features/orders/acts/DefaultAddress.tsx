import { type buyers, orders } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../../lib/query.ts';
import { Button } from '../../../ui/Button.tsx';
import { Refusal } from '../../../ui/Refusal.tsx';
import { AddressPaste } from './AddressPaste.tsx';
import styles from './acts.module.css';
import { usePastedAddress } from './use-pasted-address.ts';

interface Props {
  readonly buyer: buyers.BuyerShape;
  readonly onChange: () => void;
}

/** The buyer's default address, for orders to come; those placed keep theirs. */
export function DefaultAddress({ buyer, onChange }: Props) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  if (!buyer.can.includes('updateBuyer')) return null;
  if (!open) {
    return (
      <div>
        <Button small onClick={() => setOpen(true)}>
          {t`Change the default address`}
        </Button>
      </div>
    );
  }
  return (
    <Form
      buyer={buyer}
      onChange={() => {
        setOpen(false);
        onChange();
      }}
      onClose={() => setOpen(false)}
    />
  );
}

function Form({ buyer, onChange, onClose }: Props & { onClose: () => void }) {
  const { t } = useLingui();
  const pasted = usePastedAddress();
  const change = useAct(orders.changeDefaultAddress, onChange);
  const now = buyer.addresses.find(({ main }) => main)?.address ?? null;
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (pasted.ready) void change.run({ buyerId: buyer.id, address: pasted.ready });
      }}
    >
      <b>{t`Default address`}</b>
      <p className={styles.none}>{t`For orders to come; those placed keep their address.`}</p>
      <AddressPaste old={now} pasted={pasted} />
      <Refusal refusal={change.refusal} onClose={change.reset} />
      <footer>
        <Button small type="submit" look="main" busy={change.busy} disabled={!pasted.ready}>
          {t`Change address`}
        </Button>
        <Button small look="plain" onClick={onClose}>
          {t`Leave it`}
        </Button>
      </footer>
    </form>
  );
}
