import { shops } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { type Locale, locales } from '../../lib/api.ts';
import { zones } from '../../lib/places.ts';
import { refresh, useAct } from '../../lib/query.ts';
import { ColourField } from '../../ui/ColourField.tsx';
import { Field } from '../../ui/Field.tsx';
import { languageNames } from '../../ui/LanguageChoice.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { SaveBar } from '../../ui/SaveBar.tsx';
import type { Shop } from './ShopList.tsx';

type Change = Partial<Pick<Shop, 'name' | 'colour' | 'locale' | 'timezone'>>;

interface Props {
  readonly shop: Shop;
  readonly alsoRefresh: Parameters<typeof refresh>;
}

/** Name, colour, language and time zone of a shop. The currency stays what it was. */
export function ShopForm({ shop, alsoRefresh }: Props) {
  const { t } = useLingui();
  const [change, setChange] = useState<Change>({});
  const save = useAct(shops.updateShop, () => {
    setChange({});
    refresh(shops.listShops, ...alsoRefresh);
  });
  const now = { ...shop, ...change };
  const set = (part: Change) => setChange((before) => ({ ...before, ...part }));
  const good = now.name.trim() !== '' && /^#[0-9a-f]{6}$/i.test(now.colour);
  return (
    <>
      <Field label={t`Name of the shop`}>
        {(field) => (
          <Input
            {...field}
            maxLength={80}
            value={now.name}
            onChange={(event) => set({ name: event.target.value })}
          />
        )}
      </Field>
      <Field label={t`Colour`} width={600}>
        {({ id }) => (
          <ColourField id={id} value={now.colour} onChange={(colour) => set({ colour })} />
        )}
      </Field>
      <Field label={t`Language buyers are spoken to in`} width={240}>
        {(field) => (
          <Select
            {...field}
            value={now.locale}
            onChange={(locale: Locale) => set({ locale })}
            options={locales.map((value) => ({ value, label: languageNames[value] }))}
          />
        )}
      </Field>
      <Field
        label={t`Time zone`}
        hint={t`Currency: ${shop.currency}. It never changes.`}
        width={300}
      >
        {(field) => (
          <Select
            {...field}
            showSearch
            value={now.timezone}
            onChange={(timezone: string) => set({ timezone })}
            options={zones()}
          />
        )}
      </Field>
      <Refusal refusal={save.refusal} />
      <SaveBar
        changed={Object.keys(change).length > 0}
        possible={good}
        busy={save.busy}
        onSave={() => void save.run({ shopId: shop.id, ...change })}
        onForget={() => setChange({})}
      />
    </>
  );
}
