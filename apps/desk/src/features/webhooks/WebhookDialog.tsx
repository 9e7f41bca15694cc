import { webhooks } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Input } from 'antd';
import { useState } from 'react';
import { refresh, useAct } from '../../lib/query.ts';
import { Dialog, DialogForm } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { ShopsField } from '../../ui/ShopsField.tsx';
import { EventChecks } from './EventChecks.tsx';
import { SecretOnce } from './SecretOnce.tsx';
import type { Webhook } from './WebhookList.tsx';

interface Props {
  /** The one to change; without it a new one is set up and its secret shown. */
  readonly webhook?: Webhook;
  readonly onClose: () => void;
}

/** Where to, what, of which shops. */
export function WebhookDialog({ webhook, onClose }: Props) {
  const { t } = useLingui();
  const [name, setName] = useState(webhook?.name ?? '');
  const [url, setUrl] = useState(webhook?.url ?? 'https://');
  const [types, setTypes] = useState<string[]>(webhook?.types ?? []);
  const [shopIds, setShopIds] = useState<string[]>(webhook?.shopIds ?? []);
  const [secret, setSecret] = useState<string>();
  const create = useAct(webhooks.createWebhook, (made) => {
    setSecret(made.secret);
    refresh(webhooks.listWebhooks);
  });
  const update = useAct(webhooks.updateWebhook, () => refresh(webhooks.listWebhooks));
  const given = {
    name: name.trim(),
    url: url.trim(),
    types,
    shopIds: shopIds.length > 0 ? shopIds : null,
  };
  const submit = async (close: () => void) => {
    if (!webhook) await create.run(given);
    else if (await update.run({ webhookId: webhook.id, ...given })) close();
  };
  return (
    <Dialog
      title={webhook ? t`Change the webhook` : t`New webhook`}
      onClose={onClose}
      lightly={!secret}
      width={640}
    >
      {(close) =>
        secret ? (
          <SecretOnce secret={secret} onDone={close} />
        ) : (
          <DialogForm
            act={webhook ? t`Save` : t`Set it up`}
            busy={create.busy || update.busy}
            possible={given.name !== '' && /^https?:\/\/.+/.test(given.url) && types.length > 0}
            onCancel={close}
            onSubmit={() => void submit(close)}
          >
            <Field label={t`What it is for`} width={600}>
              {(field) => (
                <Input
                  {...field}
                  autoFocus
                  maxLength={80}
                  placeholder={t`e.g. orders to the ERP`}
                  value={name}
                  onChange={(event) => setName(event.target.value)}
                />
              )}
            </Field>
            <Field
              label={t`Address`}
              hint={t`A public http or https address, port 80 or 443.`}
              width={600}
            >
              {(field) => (
                <Input
                  {...field}
                  maxLength={500}
                  value={url}
                  onChange={(event) => setUrl(event.target.value)}
                />
              )}
            </Field>
            <EventChecks value={types} onChange={setTypes} />
            <ShopsField value={shopIds} onChange={setShopIds} width={600} />
            <Refusal refusal={create.refusal ?? update.refusal} />
          </DialogForm>
        )
      }
    </Dialog>
  );
}
