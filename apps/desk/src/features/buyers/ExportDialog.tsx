import { useLingui } from '@lingui/react/macro';
import { Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useMay } from '../../lib/session.tsx';
import { Dialog, DialogForm } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import styles from './BuyerBlock.module.css';
import type { BuyerFilters } from './BuyerList.tsx';

interface Props {
  readonly filters: BuyerFilters;
  readonly onClose: () => void;
}

/** What the file holds: covered contacts, or whole ones with a reason. Loaded when first asked for. */
export default function ExportDialog({ filters, onClose }: Props) {
  const { t } = useLingui();
  const mayOpen = useMay('buyers.reveal');
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const query = new URLSearchParams({
    ...(filters.q ? { q: filters.q } : {}),
    ...(filters.shop ? { shopId: filters.shop } : {}),
    ...(filters.tag ? { tag: filters.tag } : {}),
    ...(filters.blocked === 'yes' ? { blocked: 'true' } : {}),
    ...(open ? { open: 'true', reason: reason.trim() } : {}),
  });
  const take = () => {
    const link = document.createElement('a');
    link.href = `/api/buyers/export?${query}`;
    link.download = 'buyers.csv';
    link.click();
  };
  return (
    <Dialog title={t`Export buyers`} onClose={onClose}>
      {(close) => (
        <DialogForm
          act={t`Export as CSV`}
          possible={!open || reason.trim().length >= 2}
          onCancel={close}
          onSubmit={() => {
            take();
            close();
          }}
        >
          <p className={styles.words}>
            {t`The file holds the buyers of this list as it is filtered now, with tags, spend, refund rate and remarks. The audit log notes who took it and how many there were.`}
          </p>
          {mayOpen && (
            <Checkbox checked={open} onChange={({ target }) => setOpen(target.checked)}>
              {t`With whole phone numbers and e-mail addresses; only such a file can be imported again`}
            </Checkbox>
          )}
          {open && (
            <Field label={t`Reason`} width={600}>
              {(field) => (
                <Input
                  {...field}
                  autoFocus
                  maxLength={300}
                  value={reason}
                  onChange={(event) => setReason(event.target.value)}
                />
              )}
            </Field>
          )}
        </DialogForm>
      )}
    </Dialog>
  );
}
