import { webhooks } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { refresh, useAct } from '../../lib/query.ts';
import { Dialog, DialogForm } from '../../ui/Dialog.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { SecretOnce } from './SecretOnce.tsx';

/** A fresh secret; the old one signs beside it for a day. */
export function RotateDialog({ webhookId, onClose }: { webhookId: string; onClose: () => void }) {
  const { t } = useLingui();
  const [secret, setSecret] = useState<string>();
  const rotate = useAct(webhooks.rotateWebhookSecret, (made) => {
    setSecret(made.secret);
    refresh(webhooks.listWebhooks);
  });
  return (
    <Dialog title={t`New signing secret`} onClose={onClose} lightly={!secret}>
      {(close) =>
        secret ? (
          <SecretOnce secret={secret} onDone={close} />
        ) : (
          <DialogForm
            act={t`Make a new secret`}
            busy={rotate.busy}
            onCancel={close}
            onSubmit={() => void rotate.run({ webhookId })}
          >
            <p>{t`For a day every delivery is signed with both, so that you can change the receiver in between.`}</p>
            <Refusal refusal={rotate.refusal} />
          </DialogForm>
        )
      }
    </Dialog>
  );
}
