import { access, type ReplyOf } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Input } from 'antd';
import { useState } from 'react';
import { refresh, useAct } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyBox } from '../../ui/Copy.tsx';
import { Dialog, DialogForm } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { When } from '../../ui/When.tsx';
import { RoleAndShops, type RoleChoice, sentChoice } from './RoleAndShops.tsx';
import styles from './team.module.css';

/** Invites a colleague: e-mail, role, shops; then the link to hand over, shown this once. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const [email, setEmail] = useState('');
  const [name, setName] = useState('');
  const [choice, setChoice] = useState<RoleChoice>({ role: 'agent', shopIds: null });
  const [made, setMade] = useState<ReplyOf<typeof access.inviteMember>>();
  const invite = useAct(access.inviteMember, (reply) => {
    setMade(reply);
    refresh(access.listInvitations);
  });
  return (
    <Dialog title={t`Invite a colleague`} onClose={onClose} lightly={!made} width={520}>
      {(close) =>
        made ? (
          <InvitationLink made={made} onDone={close} />
        ) : (
          <DialogForm
            act={t`Make the link`}
            busy={invite.busy}
            possible={email.includes('@')}
            onCancel={close}
            onSubmit={() =>
              void invite.run({
                email: email.trim(),
                ...(name.trim() ? { name: name.trim() } : {}),
                ...sentChoice(choice),
              })
            }
          >
            <Field label={t`E-mail`} width={600}>
              {(field) => (
                <Input
                  {...field}
                  autoFocus
                  type="email"
                  autoComplete="off"
                  maxLength={254}
                  value={email}
                  onChange={(event) => setEmail(event.target.value)}
                />
              )}
            </Field>
            <Field label={t`Name`} hint={t`The colleague can still change it.`} width={600}>
              {(field) => (
                <Input
                  {...field}
                  autoComplete="off"
                  maxLength={60}
                  value={name}
                  onChange={(event) => setName(event.target.value)}
                />
              )}
            </Field>
            <RoleAndShops value={choice} onChange={setChoice} />
            <Refusal refusal={invite.refusal} />
          </DialogForm>
        )
      }
    </Dialog>
  );
}

function InvitationLink({
  made,
  onDone,
}: {
  made: ReplyOf<typeof access.inviteMember>;
  onDone: () => void;
}) {
  const { t } = useLingui();
  const who = made.invitation.name || made.invitation.email;
  return (
    <div className={styles.once}>
      <p>{t`Send this link to ${who} yourself, e.g. by WeChat. It opens once and is shown only now.`}</p>
      <CopyBox text={made.link} label={t`Invitation link`} />
      <p className={styles.soft}>
        {t`Good until`} <When at={made.invitation.expiresAt} form="dateTime" />
      </p>
      <footer className={styles.foot}>
        <Button look="main" onClick={onDone}>
          {t`Done`}
        </Button>
      </footer>
    </div>
  );
}
