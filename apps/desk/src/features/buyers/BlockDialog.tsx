import { buyers } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Input } from 'antd';
import { useState } from 'react';
import { useAct } from '../../lib/query.ts';
import { Dialog, DialogForm } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from './BuyerBlock.module.css';

interface Props {
  readonly buyer: Pick<buyers.BuyerShape, 'id' | 'name'>;
  readonly onClose: () => void;
  readonly onDone: (buyer: buyers.BuyerShape) => void;
}

/** Asks why, and says what it means. Loaded when first asked for. */
export default function BlockDialog({ buyer, onClose, onDone }: Props) {
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
