import { promises } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Input } from 'antd';
import { useId, useState } from 'react';
import { useAct } from '../../lib/query.ts';
import { useSelf } from '../../lib/session.tsx';
import { fromField, toField } from '../../lib/wall.ts';
import { Button } from '../../ui/Button.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { laterWords } from './later.rules.ts';
import styles from './promises.module.css';
import { refreshPromises } from './refresh.ts';

interface Props {
  readonly promise: promises.TeamPromiseShape & { readonly dueAt: string };
  readonly onClose: () => void;
}

const hour = 3_600_000;
const steps = [2, 24, 48] as const;

/** A later time and the word that tells the buyer, sent together. */
export function PromiseLater({ promise, onClose }: Props) {
  const { t } = useLingui();
  const id = useId();
  const { shops } = useSelf();
  const timezone = shops.find((shop) => shop.id === promise.shopId)?.timezone ?? 'Asia/Shanghai';
  const after = (hours: number) => new Date(Date.parse(promise.dueAt) + hours * hour).toISOString();
  const [dueAt, setDue] = useState(() => after(2));
  const [written, setWritten] = useState<string>();
  const text = written ?? laterWords(promise.sentence, dueAt, timezone);
  const extend = useAct(promises.extendPromise, refreshPromises);
  const send = async () => {
    if (await extend.run({ promiseId: promise.id, dueAt, text: text.trim() })) onClose();
  };
  return (
    <form
      className={styles.later}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <div className={styles.quick}>
        {steps.map((hours) => (
          <Button
            key={hours}
            small
            look={dueAt === after(hours) ? 'main' : 'line'}
            onClick={() => setDue(after(hours))}
          >
            {t`${hours} hours later`}
          </Button>
        ))}
        <input
          className={styles.time}
          type="datetime-local"
          aria-label={t`New time`}
          min={toField(promise.dueAt, timezone)}
          value={toField(dueAt, timezone)}
          onChange={({ target }) => target.value && setDue(fromField(target.value, timezone))}
        />
      </div>
      <label htmlFor={id}>{t`The buyer is told`}</label>
      <Input.TextArea
        id={id}
        autoFocus
        autoSize={{ minRows: 1, maxRows: 5 }}
        maxLength={2000}
        value={text}
        onChange={({ target }) => setWritten(target.value)}
      />
      <div className={styles.acts}>
        <Button type="submit" small look="main" busy={extend.busy} disabled={text.trim() === ''}>
          {t`Put it off and tell the buyer`}
        </Button>
        <Button small look="plain" onClick={onClose}>{t`Leave it`}</Button>
      </div>
      <Refusal refusal={extend.refusal} />
    </form>
  );
}
