import { knowledge } from '@guitai/contract';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { refresh, useAct } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from './EntryActs.module.css';

interface Props {
  readonly entry: knowledge.KnowledgeEntryShape;
  readonly onWrite: () => void;
}

const again = () => refresh(knowledge.getKnowledge, knowledge.listKnowledge);

/** What may be done with an entry now: write, hand over, approve, send back, put aside and take back. */
export function EntryActs({ entry, onWrite }: Props) {
  const { t } = useLingui();
  const { id: entryId, can } = entry;
  const submit = useAct(knowledge.submitKnowledge, again);
  const approve = useAct(knowledge.approveKnowledge, again);
  const refuse = useAct(knowledge.refuseKnowledge, again);
  const archive = useAct(knowledge.archiveKnowledge, again);
  const unarchive = useAct(knowledge.unarchiveKnowledge, again);
  const [reason, setReason] = useState('');
  const acts = [submit, approve, refuse, archive, unarchive];
  const failed = acts.find(({ refusal }) => refusal !== null);
  const may = (act: string) => can.includes(act);
  return (
    <div className={styles.acts}>
      {may('approveKnowledge') && (
        <Button look="main" busy={approve.busy} onClick={() => void approve.run({ entryId })}>
          <Trans>Approve</Trans>
        </Button>
      )}
      {may('refuseKnowledge') && !may('approveKnowledge') && <OwnWriting shopId={entry.shopId} />}
      {may('refuseKnowledge') && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (reason.trim()) void refuse.run({ entryId, reason: reason.trim() });
          }}
        >
          <input
            value={reason}
            maxLength={500}
            onChange={({ target }) => setReason(target.value)}
            aria-label={t`What is to be changed`}
            placeholder={t`What is to be changed`}
          />
          <Button type="submit" disabled={!reason.trim()} busy={refuse.busy}>
            <Trans>Send back</Trans>
          </Button>
        </form>
      )}
      {may('submitKnowledge') && entry.draft?.state !== 'refused' && (
        <Button look="main" busy={submit.busy} onClick={() => void submit.run({ entryId })}>
          <Trans>Hand over for approval</Trans>
        </Button>
      )}
      {may('updateKnowledge') && (
        <Button onClick={onWrite}>
          <Trans>Edit</Trans>
        </Button>
      )}
      {may('archiveKnowledge') && (
        <Button look="plain" busy={archive.busy} onClick={() => void archive.run({ entryId })}>
          <Trans>Archive</Trans>
        </Button>
      )}
      {may('unarchiveKnowledge') && (
        <Button busy={unarchive.busy} onClick={() => void unarchive.run({ entryId })}>
          <Trans>Use again</Trans>
        </Button>
      )}
      <Refusal refusal={failed?.refusal ?? null} onClose={() => failed?.reset()} />
    </div>
  );
}

/** The writer is the one who looks: a colleague approves it, or the shop does without a second pair of eyes. */
function OwnWriting({ shopId }: { shopId: string }) {
  const rules = useAct(knowledge.putKnowledgeRules, again);
  return (
    <p className={styles.own}>
      <Trans>A colleague approves what you wrote.</Trans>{' '}
      <Button
        small
        look="plain"
        busy={rules.busy}
        onClick={() => void rules.run({ shopId, fourEyes: false })}
      >
        <Trans>Let writers of this shop approve their own words</Trans>
      </Button>
      <Refusal refusal={rules.refusal} onClose={rules.reset} />
    </p>
  );
}
