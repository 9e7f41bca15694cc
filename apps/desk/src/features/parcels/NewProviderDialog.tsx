import { parcels } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { refresh, useAct } from '../../lib/query.ts';
import { useSelf } from '../../lib/session.tsx';
import { Dialog, DialogForm } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { providerNames, secretWords } from './parcel.words.ts';

type Kind = parcels.ParcelProviderShape['kind'];

const secretsOf: Readonly<Record<Kind, readonly string[]>> = {
  kuaidi100: ['customer', 'key', 'salt'],
  kdniao: ['businessId', 'appKey'],
  sandbox: ['secret'],
};

const kinds = Object.keys(secretsOf) as Kind[];

/** An account at a tracking service: which, for which shops, with which credentials. */
export default function NewProviderDialog({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useLingui();
  const { shops } = useSelf();
  const [kind, setKind] = useState<Kind>('kuaidi100');
  const [shopId, setShop] = useState<string | null>(null);
  const [secrets, setSecrets] = useState<Readonly<Record<string, string>>>({});
  const create = useAct(parcels.createParcelProvider, () => {
    refresh(parcels.listParcelProviders);
    onClose();
  });
  const names = secretsOf[kind];
  return (
    <Dialog title={t`Tracking account`} onClose={onClose} width={480}>
      {(close) => (
        <DialogForm
          act={t`Add`}
          busy={create.busy}
          possible={names.every((name) => secrets[name]?.trim())}
          onCancel={close}
          onSubmit={() =>
            void create.run({
              kind,
              shopId,
              secrets: Object.fromEntries(names.map((name) => [name, secrets[name]?.trim() ?? ''])),
            })
          }
        >
          <Field label={t`Service`}>
            {({ id }) => (
              <Select
                id={id}
                value={kind}
                onChange={setKind}
                options={kinds.map((value) => ({ value, label: providerNames[value] }))}
              />
            )}
          </Field>
          <Field label={t`For`}>
            {({ id }) => (
              <Select
                id={id}
                value={shopId ?? ''}
                onChange={(value) => setShop(value || null)}
                options={[
                  { value: '', label: t`every shop` },
                  ...shops.map((shop) => ({ value: shop.id, label: shop.name })),
                ]}
              />
            )}
          </Field>
          {names.map((name) => (
            <Field key={name} label={secretWords[name] ? i18n._(secretWords[name]) : name}>
              {(field) => (
                <Input
                  {...field}
                  autoComplete="off"
                  value={secrets[name] ?? ''}
                  onChange={({ target }) => setSecrets({ ...secrets, [name]: target.value })}
                />
              )}
            </Field>
          ))}
          <Refusal refusal={create.refusal} />
        </DialogForm>
      )}
    </Dialog>
  );
}
