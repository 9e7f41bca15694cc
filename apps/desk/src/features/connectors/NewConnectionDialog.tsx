import { connectors, shops } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { usePages } from '../../lib/pages.ts';
import { refresh, useAct } from '../../lib/query.ts';
import { Dialog, DialogForm } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { Credentials, filled, isWhole } from './Credentials.tsx';
import { type ConnectionKind, platformNames } from './connector.words.ts';

interface Props {
  readonly onClose: () => void;
  readonly onCreated: (connectionId: string) => void;
}

const kinds = Object.entries(platformNames).map(([value, label]) => ({ value, label }));

/** Connects a shop; kept only if the platform lets us in. */
export function NewConnectionDialog({ onClose, onCreated }: Props) {
  const { t } = useLingui();
  const all = usePages(shops.listShops, { limit: 200 });
  const taken = usePages(connectors.listConnections, { limit: 200 });
  const free = (all.items ?? []).filter(
    ({ id, kind }) => kind === 'imported' && !taken.items?.some(({ shopId }) => shopId === id),
  );
  const [chosen, setChosen] = useState('');
  const [kind, setKind] = useState<ConnectionKind>('shopify');
  const [url, setUrl] = useState('');
  const [secrets, setSecrets] = useState<Readonly<Record<string, string>>>({});
  const shopId = chosen || (free[0]?.id ?? '');
  const create = useAct(connectors.createConnection, ({ id }) => {
    refresh(connectors.listConnections);
    onCreated(id);
  });
  return (
    <Dialog title={t`Connect a shop`} onClose={onClose} lightly={url === ''} width={520}>
      {(close) => (
        <DialogForm
          act={t`Connect`}
          busy={create.busy}
          possible={shopId !== '' && url.trim() !== '' && isWhole(kind, secrets)}
          onCancel={close}
          onSubmit={() =>
            void create.run({ shopId, kind, url: url.trim(), secrets: filled(secrets) })
          }
        >
          <Field
            label={t`Shop`}
            hint={
              all.items && free.length === 0
                ? t`First open a shop of the kind “imported” for it, under Shops.`
                : undefined
            }
            width={600}
          >
            {(field) => (
              <Select
                {...field}
                value={shopId || undefined}
                onChange={setChosen}
                options={free.map((shop) => ({ value: shop.id, label: shop.name }))}
              />
            )}
          </Field>
          <Field label={t`Platform`} width={600}>
            {(field) => (
              <Select
                {...field}
                value={kind}
                onChange={(value: ConnectionKind) => {
                  setKind(value);
                  setSecrets({});
                }}
                options={kinds}
              />
            )}
          </Field>
          <Field label={t`Address of the platform`} width={600}>
            {(field) => (
              <Input
                {...field}
                inputMode="url"
                placeholder={
                  kind === 'shopify' ? 'https://your-shop.myshopify.com' : 'https://shop.example'
                }
                value={url}
                onChange={(event) => setUrl(event.target.value)}
              />
            )}
          </Field>
          <Credentials kind={kind} value={secrets} onChange={setSecrets} />
          <Refusal refusal={create.refusal} />
        </DialogForm>
      )}
    </Dialog>
  );
}
