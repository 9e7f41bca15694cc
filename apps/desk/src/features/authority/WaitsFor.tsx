import type { access } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { When } from '../../ui/When.tsx';
import styles from './ApprovalCard.module.css';

/** Whose turn it is, and until when. */
export function WaitsFor({ approval }: { approval: access.ApprovalShape }) {
  const { t } = useLingui();
  const names = approval.approvers.map(({ name }) => name).join(t`, `);
  return (
    <small className={styles.waits}>
      {approval.escalated && <b>{t`handed up`} · </b>}
      {approval.waitingForMe ? null : names ? t`Waits for ${names}` : t`Nobody may decide it now`}
      {approval.dueAt && (
        <span>
          {approval.waitingForMe ? '' : ' · '}
          {t({ message: 'until', context: 'approval' })} <When at={approval.dueAt} form="moment" />
        </span>
      )}
    </small>
  );
}
