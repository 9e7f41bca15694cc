import { buyers } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from './BuyerRemark.module.css';

interface Props {
  readonly buyer: Pick<buyers.BuyerShape, 'id' | 'remark' | 'can'>;
  readonly onChange?: ((buyer: buyers.BuyerShape) => void) | undefined;
}

/** What colleagues should know of the buyer; a click edits it. */
export function BuyerRemark({ buyer, onChange }: Props) {
  const { t } = useLingui();
  const [text, setText] = useState<string>();
  const save = useAct(buyers.updateBuyer, (after) => {
    setText(undefined);
    onChange?.(after);
  });
  const may = buyer.can.includes('updateBuyer');
  const submit = () => void save.run({ buyerId: buyer.id, remark: (text ?? '').trim() });
  if (text === undefined) {
    return may ? (
      <button
        type="button"
        className={styles.remark}
        data-empty={!buyer.remark || undefined}
        onClick={() => setText(buyer.remark)}
      >
        {buyer.remark || t`Add a remark, e.g. only by SF Express`}
      </button>
    ) : (
      <p className={styles.words}>{buyer.remark}</p>
    );
  }
  return (
    <div className={styles.form}>
      <textarea
        // biome-ignore lint/a11y/noAutofocus: the field appears because it was asked for
        autoFocus
        rows={3}
        maxLength={2000}
        value={text}
        aria-label={t`Remark about the buyer`}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setText(undefined);
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) submit();
        }}
      />
      <div>
        <Button small look="main" busy={save.busy} onClick={submit}>
          {t`Save`}
        </Button>
        <Button small look="plain" onClick={() => setText(undefined)}>
          {t`Cancel`}
        </Button>
      </div>
      <Refusal refusal={save.refusal} />
    </div>
  );
}
