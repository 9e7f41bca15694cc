import { followups } from '@guitai/contract';
import { onDay } from '@guitai/contract/promises.rules';
import { useLingui } from '@lingui/react/macro';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { useAct } from '../../lib/query.ts';
import { useSelf } from '../../lib/session.tsx';
import { Dialog, DialogForm } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { refreshFollowups } from './refresh.ts';
import { ShopTime } from './ShopTime.tsx';

interface Props {
  readonly conversationId: string;
  readonly shopId: string;
  /** Products this talk is about. */
  readonly products: readonly { readonly id: string; readonly name: string }[];
  readonly onClose: () => void;
}

/** Puts the buyer of a chat on the list: when, and what for. */
export default function FollowupDialog({ conversationId, shopId, products, onClose }: Props) {
  const { t } = useLingui();
  const { shops } = useSelf();
  const timezone = shops.find(({ id }) => id === shopId)?.timezone ?? 'Asia/Shanghai';
  const [plannedAt, setAt] = useState<string | null>(
    onDay(new Date(), timezone, 1, 10).toISOString(),
  );
  const [note, setNote] = useState('');
  const [productId, setProduct] = useState<string | null>(products[0]?.id ?? null);
  const plan = useAct(followups.planFollowup, refreshFollowups);
  const submit = async (close: () => void) => {
    if (!plannedAt) return;
    const made = await plan.run({ conversationId, plannedAt, note: note.trim(), productId });
    if (made) close();
  };
  return (
    <Dialog title={t`Follow up`} onClose={onClose} width={520}>
      {(close) => (
        <DialogForm
          act={t({ message: 'Plan it', context: 'followup' })}
          busy={plan.busy}
          possible={plannedAt !== null && note.trim() !== ''}
          onSubmit={() => void submit(close)}
          onCancel={close}
        >
          <Field label={t`What for`} width={480}>
            {(field) => (
              <Input
                {...field}
                autoFocus
                maxLength={500}
                value={note}
                onChange={({ target }) => setNote(target.value)}
              />
            )}
          </Field>
          <ShopTime
            shopId={shopId}
            value={plannedAt}
            onChange={setAt}
            label={t({ message: 'When', context: 'followup' })}
          />
          {products.length > 0 && (
            <Field label={t({ message: 'Product', context: 'followup' })} width={480}>
              {({ id }) => (
                <Select
                  id={id}
                  allowClear
                  value={productId}
                  onChange={(next?: string) => setProduct(next ?? null)}
                  options={products.map((one) => ({ value: one.id, label: one.name }))}
                />
              )}
            </Field>
          )}
          <Refusal refusal={plan.refusal} />
        </DialogForm>
      )}
    </Dialog>
  );
}
