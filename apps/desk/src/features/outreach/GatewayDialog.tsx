import { outreach } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { refresh, useAct } from '../../lib/query.ts';
import { useSelf } from '../../lib/session.tsx';
import { Dialog, DialogForm } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { ShopsField } from '../../ui/ShopsField.tsx';
import type { Gateway } from './GatewayList.tsx';
import styles from './outreach.module.css';
import { fields, fieldWords, kinds } from './outreach.words.ts';

type Kind = keyof typeof kinds;
type Words = Record<string, string>;

interface Props {
  /** The one to change; without it a new one is added. */
  readonly gateway?: Gateway;
  readonly onClose: () => void;
}

const microsOf = (price: number | null): number | null =>
  price === null ? null : Math.round(price * 1_000_000);

/** Which gateway, by which account, for which shops, how fast, at what price. */
export function GatewayDialog({ gateway, onClose }: Props) {
  const { t, i18n } = useLingui();
  const { shops } = useSelf();
  const [kind, setKind] = useState<Kind>(gateway?.kind ?? 'sandbox');
  const [channel, setChannel] = useState<'sms' | 'mail'>(gateway?.channel ?? 'sms');
  const [name, setName] = useState(gateway?.name ?? '');
  const [options, setOptions] = useState<Words>(gateway?.options ?? {});
  const [secrets, setSecrets] = useState<Words>({});
  const [shopIds, setShopIds] = useState<string[]>(gateway?.shopIds ?? []);
  const [perSecond, setPerSecond] = useState(gateway?.perSecond ?? 10);
  const [price, setPrice] = useState<number | null>(
    gateway?.priceMicros == null ? null : gateway.priceMicros / 1_000_000,
  );
  const done = () => refresh(outreach.listMessageGateways);
  const create = useAct(outreach.createMessageGateway, done);
  const update = useAct(outreach.updateMessageGateway, done);
  const given = {
    name: name.trim() || i18n._(kinds[kind]),
    ...{ options, shopIds: shopIds.length > 0 ? shopIds : null, perSecond },
    ...{
      priceMicros: microsOf(price),
      currency: price === null ? null : (shops[0]?.currency ?? 'CNY'),
    },
  };
  const submit = async (close: () => void) => {
    const made = gateway
      ? await update.run({
          ...{ gatewayId: gateway.id, ...given },
          ...(Object.values(secrets).some((one) => one !== '') ? { secrets } : {}),
        })
      : await create.run({
          kind,
          channel: kind === 'smtp' ? 'mail' : kind === 'sandbox' ? channel : 'sms',
          secrets,
          ...given,
        });
    if (made) close();
  };
  const lacks = (names: readonly string[], values: Words) =>
    names.some((one) => !one.endsWith('?') && !values[one]?.trim());
  const possible =
    !lacks(fields[kind].options, options) &&
    (gateway !== undefined || !lacks(fields[kind].secrets, secrets));
  return (
    <Dialog title={gateway ? t`Change the gateway` : t`New gateway`} onClose={onClose} width={640}>
      {(close) => (
        <DialogForm
          act={gateway ? t`Save` : t`Add`}
          busy={create.busy || update.busy}
          possible={possible}
          onCancel={close}
          onSubmit={() => void submit(close)}
        >
          <div className={styles.form}>
            {!gateway && (
              <Field label={t({ message: 'Kind', context: 'gateway' })}>
                {(field) => (
                  <Select
                    {...field}
                    value={kind}
                    onChange={setKind}
                    options={(Object.keys(kinds) as Kind[]).map((value) => ({
                      value,
                      label: i18n._(kinds[value]),
                    }))}
                  />
                )}
              </Field>
            )}
            {!gateway && kind === 'sandbox' && (
              <Field label={t`For`}>
                {(field) => (
                  <Select
                    {...field}
                    value={channel}
                    onChange={setChannel}
                    options={[
                      { value: 'sms', label: t`Text messages` },
                      { value: 'mail', label: t`E-mails` },
                    ]}
                  />
                )}
              </Field>
            )}
            <Field label={t`Name`}>
              {(field) => (
                <Input
                  {...field}
                  maxLength={80}
                  placeholder={i18n._(kinds[kind])}
                  value={name}
                  onChange={(event) => setName(event.target.value)}
                />
              )}
            </Field>
            <WordFields names={fields[kind].options} values={options} onChange={setOptions} />
            <WordFields
              names={fields[kind].secrets}
              values={secrets}
              onChange={setSecrets}
              secret
              kept={gateway !== undefined}
            />
            <NumberField
              label={t`Messages per second`}
              min={1}
              max={500}
              value={perSecond}
              onChange={(next) => setPerSecond(next ?? 10)}
            />
            {kind !== 'smtp' && (
              <NumberField
                label={t`Price per part`}
                hint={t`If the gateway does not tell it.`}
                min={0}
                max={1000}
                step={0.001}
                value={price}
                onChange={setPrice}
              />
            )}
            <ShopsField value={shopIds} onChange={setShopIds} />
          </div>
          <Refusal refusal={create.refusal ?? update.refusal} />
        </DialogForm>
      )}
    </Dialog>
  );
}

interface WordsProps {
  readonly names: readonly string[];
  readonly values: Words;
  readonly onChange: (values: Words) => void;
  readonly secret?: boolean;
  readonly kept?: boolean;
}

function WordFields({ names, values, onChange, secret, kept }: WordsProps) {
  const { t, i18n } = useLingui();
  return names.map((given) => {
    const name = given.replace('?', '');
    const word = fieldWords[name];
    const props = {
      maxLength: 2000,
      autoComplete: 'off',
      value: values[name] ?? '',
      placeholder: kept ? t`unchanged` : '',
      onChange: (event: { target: { value: string } }) =>
        onChange({ ...values, [name]: event.target.value }),
    };
    return (
      <Field key={name} label={word ? i18n._(word) : name}>
        {(field) =>
          secret ? <Input.Password {...field} {...props} /> : <Input {...field} {...props} />
        }
      </Field>
    );
  });
}
