import { channels, type ReplyOf } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { refresh, useAct } from '../../lib/query.ts';
import { useSelf } from '../../lib/session.tsx';
import { Button } from '../../ui/Button.tsx';
import { CopyBox } from '../../ui/Copy.tsx';
import { Dialog, DialogForm } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from './channel.module.css';
import { originOf } from './origins.rules.ts';

interface Props {
  readonly onClose: () => void;
  readonly onCreated: (channelId: string) => void;
}

/** Sets the chat up for one more site; the identity secret is shown this once. */
export function NewChannelDialog({ onClose, onCreated }: Props) {
  const { t } = useLingui();
  const { shops } = useSelf();
  const [shopId, setShopId] = useState(shops[0]?.id ?? '');
  const [name, setName] = useState('');
  const [domain, setDomain] = useState('');
  const [made, setMade] = useState<ReplyOf<typeof channels.createWebChannel>>();
  const create = useAct(channels.createWebChannel, (reply) => {
    setMade(reply);
    refresh(channels.listWebChannels);
  });
  const origin = originOf(domain);
  const submit = () =>
    void create.run({
      shopId,
      name: name.trim() || (shops.find(({ id }) => id === shopId)?.name ?? ''),
      colour: shops.find(({ id }) => id === shopId)?.colour ?? '#0f766e',
      ...(origin ? { origins: [origin] } : {}),
    });
  return (
    <Dialog title={t`Chat for one more site`} onClose={onClose} lightly={!made} width={520}>
      {(close) =>
        made ? (
          <div className={styles.once}>
            <p>
              {t`The identity secret. With it your server vouches for buyers who are signed in on your site, so that they see their own orders in the chat. It is shown only now; you can do without it for the time being.`}
            </p>
            <CopyBox text={made.identitySecret} label={t`Identity secret`} />
            <footer className={styles.foot}>
              <Button
                look="main"
                onClick={() => {
                  close();
                  onCreated(made.channel.id);
                }}
              >
                {t`On to the script tag`}
              </Button>
            </footer>
          </div>
        ) : (
          <DialogForm
            act={t`Create`}
            busy={create.busy}
            possible={shopId !== '' && (domain.trim() === '' || origin !== undefined)}
            onCancel={close}
            onSubmit={submit}
          >
            {shops.length > 1 && (
              <Field label={t`Shop`} width={600}>
                {(field) => (
                  <Select
                    {...field}
                    value={shopId}
                    onChange={setShopId}
                    options={shops.map((shop) => ({ value: shop.id, label: shop.name }))}
                  />
                )}
              </Field>
            )}
            <Field
              label={t({ message: 'Name', context: 'thing' })}
              hint={t`Only for you, e.g. main site.`}
              width={600}
            >
              {(field) => (
                <Input
                  {...field}
                  autoFocus
                  maxLength={100}
                  value={name}
                  onChange={(event) => setName(event.target.value)}
                />
              )}
            </Field>
            <Field
              label={t`Domain of the site`}
              hint={t`The chat opens on this site and nowhere else.`}
              error={
                domain.trim() !== '' && !origin && t`Write it like shop.example, without a path.`
              }
              width={600}
            >
              {(field) => (
                <Input
                  {...field}
                  inputMode="url"
                  placeholder="shop.example"
                  value={domain}
                  onChange={(event) => setDomain(event.target.value)}
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
