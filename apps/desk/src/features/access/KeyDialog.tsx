import { access, type ReplyOf } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { refresh, useAct } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyBox } from '../../ui/Copy.tsx';
import { Dialog, DialogForm } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { ShopsField } from '../../ui/ShopsField.tsx';
import { PermissionChecks } from './PermissionChecks.tsx';
import styles from './team.module.css';

const dayMs = 86_400_000;

/** A new key: what for, what it may do, which shops, until when; then the key itself, shown this once. */
export function KeyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const [name, setName] = useState('');
  const [permissions, setPermissions] = useState<readonly access.Permission[]>([]);
  const [shopIds, setShopIds] = useState<string[]>([]);
  const [days, setDays] = useState(90);
  const [made, setMade] = useState<ReplyOf<typeof access.createApiKey>>();
  const create = useAct(access.createApiKey, (reply) => {
    setMade(reply);
    refresh(access.listApiKeys);
  });
  const submit = () =>
    void create.run({
      name: name.trim(),
      permissions: [...permissions],
      shopIds: shopIds.length > 0 ? shopIds : null,
      expiresAt: days === 0 ? null : new Date(Date.now() + days * dayMs).toISOString(),
    });
  return (
    <Dialog title={t`New API key`} onClose={onClose} lightly={!made} width={600}>
      {(close) =>
        made ? (
          <KeySecret secret={made.secret} onDone={close} />
        ) : (
          <DialogForm
            act={t`Make the key`}
            busy={create.busy}
            possible={name.trim() !== '' && permissions.length > 0}
            onCancel={close}
            onSubmit={submit}
          >
            <Field label={t`What it is for`} width={600}>
              {(field) => (
                <Input
                  {...field}
                  autoFocus
                  maxLength={60}
                  placeholder={t`e.g. stock sync of the warehouse`}
                  value={name}
                  onChange={(event) => setName(event.target.value)}
                />
              )}
            </Field>
            <PermissionChecks value={permissions} onChange={setPermissions} />
            <ShopsField value={shopIds} onChange={setShopIds} width={600} />
            <Field label={t`Good for`} width={220}>
              {(field) => (
                <Select
                  {...field}
                  value={days}
                  onChange={setDays}
                  options={[
                    { value: 30, label: t`30 days` },
                    { value: 90, label: t`90 days` },
                    { value: 365, label: t`One year` },
                    { value: 0, label: t`Without end` },
                  ]}
                />
              )}
            </Field>
            <Refusal refusal={create.refusal} />
          </DialogForm>
        )
      }
    </Dialog>
  );
}

function KeySecret({ secret, onDone }: { secret: string; onDone: () => void }) {
  const { t } = useLingui();
  return (
    <div className={styles.once}>
      <p>{t`This is the key. It is shown only now; keep it where your program finds its secrets.`}</p>
      <CopyBox text={secret} label={t`API key`} />
      <p className={styles.soft}>{t`Send it in the header Authorization: Bearer …`}</p>
      <footer className={styles.foot}>
        <Button look="main" onClick={onDone}>
          {t`Done`}
        </Button>
      </footer>
    </div>
  );
}
