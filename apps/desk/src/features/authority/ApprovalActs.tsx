import { access } from '@guitai/contract';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useCommands } from '../../lib/keys.ts';
import { useAct } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from './ApprovalCard.module.css';
import { RefuseForm } from './RefuseForm.tsx';
import { readAgain } from './read-again.ts';
import { WaitsFor } from './WaitsFor.tsx';

interface Props {
  readonly approval: access.ApprovalShape;
  /** The keys act on this one. */
  readonly keys: boolean;
  readonly refusing: boolean;
  readonly onRefusing: (open: boolean) => void;
}

/** One click approves and the command runs; refusing takes a reason; who asked may take it back. */
export function ApprovalActs({ approval, keys, refusing, onRefusing }: Props) {
  const { t } = useLingui();
  const { id: approvalId, can } = approval;
  const grant = useAct(access.grantApproval, readAgain);
  const back = useAct(access.withdrawApproval, readAgain);
  const mayGrant = can.includes('grantApproval') && !grant.busy;
  useCommands(
    keys
      ? [
          {
            id: 'approval.grant',
            name: msg`Approve`,
            group: msg`Approvals`,
            key: 'a',
            possible: mayGrant,
            run: () => void grant.run({ approvalId }),
          },
          {
            id: 'approval.refuse',
            name: msg`Refuse with a reason`,
            group: msg`Approvals`,
            key: 'x',
            possible: can.includes('refuseApproval'),
            run: () => onRefusing(true),
          },
        ]
      : [],
  );
  return (
    <footer className={styles.acts}>
      <Refusal refusal={grant.refusal ?? back.refusal} />
      {refusing ? (
        <RefuseForm approvalId={approvalId} onClose={() => onRefusing(false)} />
      ) : (
        <div className={styles.buttons}>
          {can.includes('grantApproval') && (
            <Button
              look="main"
              busy={grant.busy}
              {...(keys ? { hint: 'a' } : {})}
              onClick={() => void grant.run({ approvalId })}
            >
              {t`Approve`}
            </Button>
          )}
          {can.includes('refuseApproval') && (
            <Button {...(keys ? { hint: 'x' } : {})} onClick={() => onRefusing(true)}>
              {t`Refuse…`}
            </Button>
          )}
          {can.includes('withdrawApproval') && (
            <Button busy={back.busy} onClick={() => void back.run({ approvalId })}>
              {t`Take back`}
            </Button>
          )}
          <WaitsFor approval={approval} />
        </div>
      )}
    </footer>
  );
}
