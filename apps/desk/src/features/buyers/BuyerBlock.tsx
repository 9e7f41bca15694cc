import { buyers } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Input } from 'antd';
import { useState } from 'react';
import { refresh, useAct } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog, DialogForm } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { When } from '../../ui/When.tsx';
import styles from './BuyerBlock.module.css';

interface Props {
  readonly buyer: Pick<buyers.BuyerShape, 'id' | 'name' | 'blocklisting' | 'can'>;
  readonly onChange?: ((buyer: buyers.BuyerShape) => void) | undefined;
}

/** The way on the blocklist and off it; the reason stands in the head of the profile. */
export function BuyerBlock({ buyer, onChange }: Props) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const done = (after: buyers.BuyerShape) => {
    refresh(buyers.listBuyers, buyers.getBuyer);
    onChange?.(after);
  };
  const unblock = useAct(buyers.removeBuyerBlock, done);
  if (buyer.blocklisting) {
    const { byName, at } = buyer.blocklisting;
    return (
      <>
        {buyer.can.includes('removeBuyerBlock') && (
          <Button small busy={unblock.busy} onClick={() => void unblock.run({ buyerId: buyer.id })}>
            {t`Take off the blocklist`}
          </Button>
        )}
        <small className={styles.by}>
          {t`Blocklisted by ${byName ?? '–'}`} <When at={at} form="dateTime" />
        </small>
        <Refusal refusal={unblock.refusal} />
      </>
    );
  }
  if (!buyer.can.includes('setBuyerBlock')) return null;
  return (
    <>
      <Button small look="plain" className={styles.ask} onClick={() => setAsking(true)}>
        {t`Blocklist…`}
      </Button>
      {asking && <BlockDialog buyer={buyer} onClose={() => setAsking(false)} onDone={done} />}
    </>
  );
}

function BlockDialog({
  buyer,
  onClose,
  onDone,
}: {
  buyer: Props['buyer'];
  onClose: () => void;
  onDone: (buyer: buyers.BuyerShape) => void;
}) {
  const { t } = useLingui();
  const [reason, setReason] = useState('');
  const block = useAct(buyers.setBuyerBlock, onDone);
  return (
    <Dialog title={t`Put ${buyer.name || t`this visitor`} on the blocklist`} onClose={onClose}>
      {(close) => (
        <DialogForm
          act={t`Blocklist`}
          danger
          busy={block.busy}
          possible={reason.trim().length >= 2}
          onCancel={close}
          onSubmit={() =>
            void block
              .run({ buyerId: buyer.id, reason: reason.trim() })
              .then((after) => after && close())
          }
        >
          <p className={styles.words}>
            {t`What the buyer writes from now on reaches nobody. The buyer is not told; the reason stands in the profile and in the audit log.`}
          </p>
          <Field label={t`Reason`} width={600}>
            {(field) => (
              <Input.TextArea
                {...field}
                autoFocus
                rows={3}
                maxLength={500}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
          <Refusal refusal={block.refusal} />
        </DialogForm>
      )}
    </Dialog>
  );
}
