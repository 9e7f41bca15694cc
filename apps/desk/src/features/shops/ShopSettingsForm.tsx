import { shops } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { refresh, useAct } from '../../lib/query.ts';
import { Refusal } from '../../ui/Refusal.tsx';
import { SaveBar } from '../../ui/SaveBar.tsx';
import { Section } from '../../ui/Section.tsx';
import { Answering } from './Answering.tsx';
import { HoursEditor } from './HoursEditor.tsx';
import { NumberLinks } from './NumberLinks.tsx';
import { isPattern } from './number-pattern.rules.ts';
import { OrderNumbers } from './OrderNumbers.tsx';
import type { Shop } from './ShopList.tsx';
import type { Settings } from './shop-settings.ts';

interface Props {
  readonly shop: Shop;
  readonly settings: Settings;
}

/** How a shop works: what it promises, when it is there, how it numbers its orders. */
export function ShopSettingsForm({ shop, settings }: Props) {
  const { t } = useLingui();
  const [change, setChange] = useState<Partial<Settings>>({});
  const save = useAct(shops.updateShopSettings, () => {
    setChange({});
    refresh(shops.getShopSettings);
  });
  const now = { ...settings, ...change };
  const set = (part: Partial<Settings>) => setChange((before) => ({ ...before, ...part }));
  const good = isPattern(now.orderNumberPattern) && now.orderNumberLinks.every(isPattern);
  return (
    <>
      <Answering now={now} set={set} />
      <Section
        title={t`Business hours`}
        hint={t`In the time zone of the shop, ${shop.timezone}. Buyers see them in the chat.`}
      >
        <HoursEditor
          value={now.businessHours}
          onChange={(businessHours) => set({ businessHours })}
        />
      </Section>
      {shop.kind === 'built-in' && <OrderNumbers now={now} set={set} />}
      <Section
        title={t`Order numbers in chats`}
        hint={t`A number in a message leads to its order. The own pattern and long numbers of marketplaces are known already.`}
      >
        <NumberLinks
          own={now.orderNumberPattern}
          value={now.orderNumberLinks}
          onChange={(orderNumberLinks) => set({ orderNumberLinks })}
        />
      </Section>
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
