import { buyers, type InputOf } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Input } from 'antd';
import { useState } from 'react';
import { refresh, useAct } from '../../lib/query.ts';
import { Dialog, DialogForm } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { Refusal } from '../../ui/Refusal.tsx';

interface Props {
  readonly buyer: buyers.BuyerShape;
  readonly onClose: () => void;
  readonly onDone: (buyer: buyers.BuyerShape) => void;
}

type Change = Omit<InputOf<typeof buyers.updateBuyer>, 'buyerId'>;

/** Name, level, phone and e-mail of a buyer. What is left empty under phone and e-mail stays as it was. */
export function BuyerEdit({ buyer, onClose, onDone }: Props) {
  const { t } = useLingui();
  const [change, setChange] = useState<Change>({});
  const save = useAct(buyers.updateBuyer, (after) => {
    refresh(buyers.listBuyers);
    onDone(after);
  });
  const set = (part: Change) => setChange((before) => ({ ...before, ...part }));
  return (
    <Dialog title={t`Edit the buyer`} onClose={onClose}>
      {(close) => (
        <DialogForm
          act={t`Save`}
          busy={save.busy}
          possible={Object.keys(change).length > 0}
          onCancel={close}
          onSubmit={() =>
            void save.run({ ...change, buyerId: buyer.id }).then((after) => after && close())
          }
        >
          <Field label={t`Name`}>
            {(field) => (
              <Input
                {...field}
                autoFocus
                maxLength={100}
                value={change.name ?? buyer.name}
                onChange={(event) => set({ name: event.target.value })}
              />
            )}
          </Field>
          <Field label={t`Level`} hint={t`The shop's own word, e.g. VIP2`}>
            {(field) => (
              <Input
                {...field}
                maxLength={40}
                value={change.level ?? buyer.level ?? ''}
                onChange={(event) => set({ level: event.target.value })}
              />
            )}
          </Field>
          <Field label={t`New phone number`} hint={buyer.phone && t`Now: ${buyer.phone}`}>
            {(field) => (
              <Input
                {...field}
                type="tel"
                maxLength={40}
                value={change.phone ?? ''}
                onChange={(event) => set({ phone: event.target.value })}
              />
            )}
          </Field>
          <Field label={t`New e-mail address`} hint={buyer.email && t`Now: ${buyer.email}`}>
            {(field) => (
              <Input
                {...field}
                type="email"
                maxLength={254}
                value={change.email ?? ''}
                onChange={(event) => set({ email: event.target.value })}
              />
            )}
          </Field>
          <Refusal refusal={save.refusal} />
        </DialogForm>
      )}
    </Dialog>
  );
}
