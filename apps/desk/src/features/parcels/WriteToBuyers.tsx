import { parcels } from '@guitai/contract';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Input } from 'antd';
import { useState } from 'react';
import { refresh, useAct } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from './parcels.module.css';

const numberWord = '{number}';
const allWords = '{order} {carrier} {number}';

interface Props {
  readonly problemIds: readonly string[];
  readonly onDone: () => void;
}

/** Says the same to the buyers of the chosen parcels, each in the own chat. */
export function WriteToBuyers({ problemIds, onDone }: Props) {
  const { t } = useLingui();
  const count = problemIds.length;
  const [text, setText] = useState('');
  const [told, setTold] = useState<{ sent: number; not: number }>();
  const write = useAct(parcels.writeToParcelBuyers, ({ items }) => {
    const sent = items.filter(({ state }) => state === 'sent').length;
    setTold({ sent, not: items.length - sent });
    refresh(parcels.listProblemParcels);
    setText('');
    onDone();
  });
  if (problemIds.length === 0)
    return told ? (
      <p className={styles.hint} role="status">
        <Plural value={told.sent} one="# buyer was written to." other="# buyers were written to." />
        {told.not > 0 && (
          <>
            {' '}
            <Plural
              value={told.not}
              one="# has no chat to write in."
              other="# have no chat to write in."
            />
          </>
        )}
      </p>
    ) : null;
  return (
    <div className={styles.write}>
      <Input.TextArea
        autoSize={{ minRows: 2, maxRows: 6 }}
        maxLength={2000}
        aria-label={t`What to write`}
        placeholder={t`e.g. Your parcel ${numberWord} has not moved; we have asked the carrier.`}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <p className={styles.hint}>{t`${allWords} are filled in for each buyer.`}</p>
      <span>
        <Button
          look="main"
          busy={write.busy}
          disabled={text.trim() === ''}
          onClick={() => void write.run({ problemIds: [...problemIds], text: text.trim() })}
        >
          <Trans>Write to buyers: {count}</Trans>
        </Button>
      </span>
      <Refusal refusal={write.refusal} />
    </div>
  );
}
