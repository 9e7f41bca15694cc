import { access } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import { useAct } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from './ApprovalCard.module.css';
import { readAgain } from './read-again.ts';

/** Why not: one line, Enter sends it, Escape leaves. Who asked reads it. */
export function RefuseForm({ approvalId, onClose }: { approvalId: string; onClose: () => void }) {
  const { t } = useLingui();
  const [reason, setReason] = useState('');
  const refuse = useAct(access.refuseApproval, readAgain);
  const words = reason.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (words) void refuse.run({ approvalId, reason: words }).then((done) => done && onClose());
  };
  return (
    <form className={styles.refuse} onSubmit={submit}>
      <input
        // biome-ignore lint/a11y/noAutofocus: the field appears because it was asked for
        autoFocus
        value={reason}
        maxLength={500}
        aria-label={t`Why it is refused`}
        placeholder={t`Why it is refused; who asked reads it`}
        onChange={(event) => setReason(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onClose();
        }}
      />
      <Button type="submit" look="danger" busy={refuse.busy} disabled={!words}>
        {t`Refuse`}
      </Button>
      <Button onClick={onClose}>{t`Cancel`}</Button>
      <Refusal refusal={refuse.refusal} />
    </form>
  );
}
