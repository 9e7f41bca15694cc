import { access } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { refresh, useAct } from '../../lib/query.ts';
import { Dialog, DialogForm } from '../../ui/Dialog.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from './team.module.css';

/** Shuts a colleague out; says beforehand what becomes of their chats. */
export function DeactivateDialog({
  member,
  onClose,
}: {
  member: access.MemberShape;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const shut = useAct(access.deactivateMember, () => refresh(access.listMembers));
  return (
    <Dialog title={t`Shut ${member.name} out?`} onClose={onClose}>
      {(close) => (
        <DialogForm
          act={t`Shut out`}
          danger
          busy={shut.busy}
          onCancel={close}
          onSubmit={() => void shut.run({ memberId: member.id }).then((done) => done && close())}
        >
          <ul className={styles.list}>
            <li>{t`Signed out on every device at once; open screens and API keys end too.`}</li>
            <li>{t`Chats in hand go back to the queue, where colleagues take them. To give them to one person, transfer them in the inbox first.`}</li>
            <li>{t`Everything written stays, under the same name. You can let the person in again later.`}</li>
          </ul>
          <Refusal refusal={shut.refusal} />
        </DialogForm>
      )}
    </Dialog>
  );
}
