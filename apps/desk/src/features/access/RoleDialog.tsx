import { access } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { refresh, useAct } from '../../lib/query.ts';
import { Dialog, DialogForm } from '../../ui/Dialog.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { RoleAndShops, type RoleChoice, sentChoice } from './RoleAndShops.tsx';

/** Changes what a colleague may do; in effect within a second, also on open screens. */
export function RoleDialog({
  member,
  onClose,
}: {
  member: access.MemberShape;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const [choice, setChoice] = useState<RoleChoice>({ role: member.role, shopIds: member.shopIds });
  const change = useAct(access.changeMemberRole, () => refresh(access.listMembers));
  return (
    <Dialog title={t`Role and shops of ${member.name}`} onClose={onClose}>
      {(close) => (
        <DialogForm
          act={t`Change`}
          busy={change.busy}
          onCancel={close}
          onSubmit={() =>
            void change
              .run({ memberId: member.id, ...sentChoice(choice) })
              .then((done) => done && close())
          }
        >
          <RoleAndShops value={choice} onChange={setChoice} />
          <Refusal refusal={change.refusal} />
        </DialogForm>
      )}
    </Dialog>
  );
}
