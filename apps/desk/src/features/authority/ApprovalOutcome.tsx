import type { access } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { When } from '../../ui/When.tsx';
import { type Tone, Word } from '../../ui/Word.tsx';
import styles from './ApprovalCard.module.css';
import { approvalStateWords, voidWords } from './authority.words.ts';

const tones: Partial<Record<access.ApprovalShape['state'], Tone>> = {
  approved: 'good',
  refused: 'late',
  void: 'soon',
};

/** What became of a request: by whom, in whose place, when and why. */
export function ApprovalOutcome({ approval }: { approval: access.ApprovalShape }) {
  const { t, i18n } = useLingui();
  const { state, decidedBy, decidedFor, decidedAt, reason, voidReason } = approval;
  return (
    <footer className={styles.outcome}>
      <Word tone={tones[state] ?? 'quiet'}>{i18n._(approvalStateWords[state])}</Word>
      {decidedBy && (
        <span>{decidedFor ? t`${decidedBy.name} for ${decidedFor.name}` : decidedBy.name}</span>
      )}
      {decidedAt && <When at={decidedAt} form="dateTime" />}
      {reason && <q>{reason}</q>}
      {voidReason && <p>{i18n._(voidWords[voidReason])}</p>}
    </footer>
  );
}
