import { access } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Select } from 'antd';
import { useState } from 'react';
import { usePages } from '../../lib/pages.ts';
import { refresh, useAct } from '../../lib/query.ts';
import { Dialog, DialogForm } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from './team.module.css';

/** Shuts a colleague out; says beforehand what becomes of their chats, and lets one choose who takes them over. */
export function DeactivateDialog({
  member,
  onClose,
}: {
  member: access.MemberShape;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const colleagues = usePages(access.listMembers, { limit: 200 }).items ?? [];
  const [heir, setHeir] = useState<string>();
  const shut = useAct(access.deactivateMember, () => refresh(access.listMembers));
  return (
    <Dialog title={t`Shut ${member.name} out?`} onClose={onClose}>
      {(close) => (
        <DialogForm
          act={t`Shut out`}
          danger
          busy={shut.busy}
          onCancel={close}
          onSubmit={() =>
            void shut
              .run({ memberId: member.id, handOverTo: heir ?? null })
              .then((done) => done && close())
          }
        >
          <ul className={styles.list}>
            <li>{t`Signed out on every device at once; open screens and API keys end too.`}</li>
            <li>{t`Everything written stays, under the same name. You can let the person in again later.`}</li>
          </ul>
          <Field
            label={t`Chats in hand`}
            hint={t`What the person chosen may not answer goes to the queue.`}
          >
            {(field) => (
              <Select
                {...field}
                allowClear
                showSearch
                optionFilterProp="label"
                placeholder={t`Back to the queue`}
                value={heir}
                onChange={setHeir}
                options={colleagues.flatMap(({ id, name, status }) =>
                  id === member.id || status !== 'active' ? [] : [{ value: id, label: name }],
                )}
              />
            )}
          </Field>
          <Refusal refusal={shut.refusal} />
        </DialogForm>
      )}
    </Dialog>
  );
}
