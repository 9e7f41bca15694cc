import { orders } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { refresh, useAct } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { When } from '../../ui/When.tsx';
import { FlagChoice } from './FlagChoice.tsx';
import styles from './OrderCard.module.css';
import { RemarkFlagMark } from './OrderMarks.tsx';

interface Props {
  readonly order: orders.OrderCardShape;
  readonly onChange: (() => void) | undefined;
  readonly writing: boolean;
  readonly onWriting: (open: boolean) => void;
}

const shownAtFirst = 3;

/** What colleagues wrote on the order, with their flags; a new remark never overwrites another. */
export function OrderRemarks({ order, onChange, writing, onWriting }: Props) {
  const { t } = useLingui();
  const [whole, setWhole] = useState(false);
  const shown = whole ? order.remarks : order.remarks.slice(0, shownAtFirst);
  const may = order.can.includes('addOrderRemark');
  return (
    <section className={styles.part} aria-label={t`Remarks`}>
      <h4>
        {t`Remarks`}
        {may && !writing && (
          <Button small look="plain" onClick={() => onWriting(true)}>
            {t`Add a remark`}
          </Button>
        )}
      </h4>
      {writing && <RemarkForm order={order} onChange={onChange} onClose={() => onWriting(false)} />}
      <ul className={styles.remarks}>
        {shown.map((remark) => (
          <li key={remark.id}>
            <RemarkFlagMark flag={remark.flag} />
            <div>
              {remark.text && <p>{remark.text}</p>}
              <small>
                {remark.byName} <When at={remark.at} />
              </small>
            </div>
          </li>
        ))}
      </ul>
      {order.remarks.length > shown.length && (
        <Button small look="plain" onClick={() => setWhole(true)}>
          {t`${order.remarks.length - shown.length} earlier remarks`}
        </Button>
      )}
      {order.remarks.length === 0 && !writing && (
        <p className={styles.none}>{t`No remarks yet.`}</p>
      )}
    </section>
  );
}

function RemarkForm({
  order,
  onChange,
  onClose,
}: Pick<Props, 'order' | 'onChange'> & { onClose: () => void }) {
  const { t } = useLingui();
  const [flag, setFlag] = useState<orders.RemarkFlagWord>(order.flag);
  const [text, setText] = useState('');
  const add = useAct(orders.addOrderRemark, () => {
    refresh(orders.getOrder, orders.listOrders, orders.listBuyerOrders);
    onChange?.();
    onClose();
  });
  const submit = () => void add.run({ orderId: order.id, flag, text: text.trim() });
  return (
    <form
      className={styles.remarkForm}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <FlagChoice value={flag} onChange={setFlag} />
      <textarea
        // biome-ignore lint/a11y/noAutofocus: the field appears because it was asked for
        autoFocus
        rows={2}
        maxLength={1000}
        value={text}
        aria-label={t`Remark for colleagues`}
        placeholder={t`For colleagues only; the buyer does not see it`}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose();
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) submit();
        }}
      />
      <Refusal refusal={add.refusal} />
      <div className={styles.proposalActs}>
        <Button small type="submit" look="main" busy={add.busy}>
          {t`Save`}
        </Button>
        <Button small look="plain" onClick={onClose}>
          {t`Cancel`}
        </Button>
      </div>
    </form>
  );
}
