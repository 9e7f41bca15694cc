import { shops } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { type Locale, locales } from '../../lib/api.ts';
import { currencies, homeOf, zones } from '../../lib/places.ts';
import { refresh, useAct } from '../../lib/query.ts';
import { Dialog, DialogForm } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { languageNames } from '../../ui/LanguageChoice.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import type { Shop } from './ShopList.tsx';
import styles from './shop.module.css';

interface Props {
  readonly onClose: () => void;
  readonly onCreated: (shop: Shop) => void;
  /** Endpoints whose replies name the shops, e.g. of the person signed in. */
  readonly alsoRefresh: Parameters<typeof refresh>;
}

/** Opens one more shop of the team. */
export function NewShopDialog({ onClose, onCreated, alsoRefresh }: Props) {
  const { t, i18n } = useLingui();
  const [shop, setShop] = useState(() => ({
    name: '',
    kind: 'imported' as Shop['kind'],
    locale: i18n.locale as Locale,
    ...homeOf(i18n.locale as Locale),
  }));
  const set = (part: Partial<typeof shop>) => setShop((before) => ({ ...before, ...part }));
  const create = useAct(shops.createShop, () => refresh(shops.listShops, ...alsoRefresh));
  const submit = (close: () => void) =>
    void create.run({ ...shop, name: shop.name.trim() }).then((made) => {
      if (!made) return;
      close();
      onCreated(made);
    });
  return (
    <Dialog title={t`New shop`} onClose={onClose} width={520}>
      {(close) => (
        <DialogForm
          act={t`Create`}
          busy={create.busy}
          possible={shop.name.trim() !== ''}
          onCancel={close}
          onSubmit={() => submit(close)}
        >
          <Field label={t`Name of the shop`} width={600}>
            {(field) => (
              <Input
                {...field}
                autoFocus
                maxLength={80}
                value={shop.name}
                onChange={(event) => set({ name: event.target.value })}
              />
            )}
          </Field>
          <Field label={t`Where do its orders come from?`} width={600}>
            {(field) => (
              <Radio.Group
                {...field}
                className={styles.kinds ?? ''}
                value={shop.kind}
                onChange={(event) => set({ kind: event.target.value })}
              >
                <Radio value="imported">{t`From another shop system, by files`}</Radio>
                <Radio value="built-in">{t`From Guitai's own shop`}</Radio>
              </Radio.Group>
            )}
          </Field>
          <div className={styles.pair}>
            <Field label={t`Currency`} hint={t`Stays as it is once chosen.`}>
              {(field) => (
                <Select
                  {...field}
                  showSearch
                  value={shop.currency}
                  onChange={(currency: string) => set({ currency })}
                  options={currencies(i18n.locale as Locale)}
                  optionFilterProp="label"
                />
              )}
            </Field>
            <Field label={t`Time zone`}>
              {(field) => (
                <Select
                  {...field}
                  showSearch
                  value={shop.timezone}
                  onChange={(timezone: string) => set({ timezone })}
                  options={zones()}
                />
              )}
            </Field>
          </div>
          <Field label={t`Language buyers are spoken to in`} width={240}>
            {(field) => (
              <Select
                {...field}
                value={shop.locale}
                onChange={(locale: Locale) => set({ locale })}
                options={locales.map((value) => ({ value, label: languageNames[value] }))}
              />
            )}
          </Field>
          <Refusal refusal={create.refusal} />
        </DialogForm>
      )}
    </Dialog>
  );
}
