import type { ProblemError } from '@guitai/sdk';
import { useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import { Refusal } from './Refusal.tsx';
import styles from './Reveal.module.css';

interface Props {
  readonly busy: boolean;
  readonly refusal: ProblemError | null;
  /** Called with the reason, which is kept in the audit log. */
  readonly onAsk: (reason: string) => void;
  /** What is shown, where it is not clear from the place. */
  readonly name?: string;
}

/** Looks behind a mask: first says why, then sees. The usual reasons are one click. */
export function Reveal({ busy, refusal, onAsk, name }: Props) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const usual = [t`Check with the buyer`, t`Arrange delivery`, t`After-sales`];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim().length >= 2) onAsk(reason.trim());
  };
  if (!asking) {
    return (
      <Button small look="plain" className={styles.show} onClick={() => setAsking(true)}>
        <Icon name="eye" size={15} />
        {name ?? t`Show in full`}
      </Button>
    );
  }
  return (
    <form className={styles.ask} onSubmit={submit}>
      <p>{t`Why? The reason is kept in the audit log.`}</p>
      <div className={styles.usual}>
        {usual.map((one) => (
          <Button key={one} small busy={busy} onClick={() => onAsk(one)}>
            {one}
          </Button>
        ))}
      </div>
      <div className={styles.other}>
        <input
          value={reason}
          maxLength={300}
          aria-label={t`Another reason`}
          placeholder={t`Another reason`}
          onChange={(event) => setReason(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && setAsking(false)}
        />
        <Button small type="submit" busy={busy} disabled={reason.trim().length < 2}>
          {t`Show`}
        </Button>
        <Button small look="plain" onClick={() => setAsking(false)}>
          {t`Cancel`}
        </Button>
      </div>
      <Refusal refusal={refusal} />
    </form>
  );
}
