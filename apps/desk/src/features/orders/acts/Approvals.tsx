import { access } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { money } from '../../../lib/format.ts';
import { useFresh } from '../../../lib/fresh.ts';
import { refresh, useAct, useReply } from '../../../lib/query.ts';
import { useMay } from '../../../lib/session.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Refusal } from '../../../ui/Refusal.tsx';
import styles from './acts.module.css';

/** Requests on this order that somebody has still to decide: what for, by whom, and the way to take it back. */
export function Approvals({ orderId }: { orderId: string }) {
  const may = useMay('approvals.read');
  const open = useReply(access.listApprovals, { view: 'open', orderId, limit: 5 }, { when: may });
  useFresh(['approval.'], [access.listApprovals], 100);
  return open.data?.items.map((one) => <Waiting key={one.id} approval={one} />);
}

function Waiting({ approval }: { approval: access.ApprovalShape }) {
  const { t } = useLingui();
  const back = useAct(access.withdrawApproval, () => refresh(access.listApprovals));
  const amount = money(approval.amountMinor, approval.currency);
  const names = approval.approvers.map(({ name }) => name).join(t`, `);
  return (
    <div className={styles.told} data-waits role="status">
      <Icon name="clock" size={15} />
      <span>
        {names ? t`${amount} waits for approval by ${names}.` : t`${amount} waits for approval.`}
        {approval.note && <q>{approval.note}</q>}
      </span>
      {approval.can.includes('withdrawApproval') && (
        <Button
          small
          look="plain"
          busy={back.busy}
          onClick={() => void back.run({ approvalId: approval.id })}
        >
          {t`Take back`}
        </Button>
      )}
      <Refusal refusal={back.refusal} />
    </div>
  );
}
