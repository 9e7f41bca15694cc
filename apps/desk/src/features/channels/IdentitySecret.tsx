import { channels, type ReplyOf } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyBox } from '../../ui/Copy.tsx';
import { Dialog, DialogForm } from '../../ui/Dialog.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from './channel.module.css';

type Renewed = ReplyOf<typeof channels.renewIdentitySecret>;

/** The secret is never shown again; a new one takes its place, and what the old one signed opens nothing more. */
export function IdentitySecret({ channelId }: { channelId: string }) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const [made, setMade] = useState<Renewed>();
  const renew = useAct(channels.renewIdentitySecret, setMade);
  const over = () => {
    setAsking(false);
    setMade(undefined);
  };
  return (
    <>
      <div>
        <Button onClick={() => setAsking(true)}>{t`Make a new identity secret…`}</Button>
      </div>
      {asking && (
        <Dialog title={t`New identity secret`} onClose={over} lightly={!made} width={520}>
          {(close) =>
            made ? (
              <div className={styles.once}>
                <p>{t`Put it in the place of the old one on your server. It is shown only now.`}</p>
                <CopyBox text={made.identitySecret} label={t`Identity secret`} />
                <footer className={styles.foot}>
                  <Button look="main" onClick={close}>
                    {t`Done`}
                  </Button>
                </footer>
              </div>
            ) : (
              <DialogForm
                act={t`Make a new one`}
                danger
                busy={renew.busy}
                onCancel={close}
                onSubmit={() => void renew.run({ channelId })}
              >
                <p>{t`The old secret is void at once: until your server has the new one, buyers who are signed in on your site are strangers in the chat.`}</p>
                <Refusal refusal={renew.refusal} />
              </DialogForm>
            )
          }
        </Dialog>
      )}
    </>
  );
}
