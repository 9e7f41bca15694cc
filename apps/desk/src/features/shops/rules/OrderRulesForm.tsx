import { shops } from '@guitai/contract';
import { useState } from 'react';
import { refresh, useAct } from '../../../lib/query.ts';
import { Refusal } from '../../../ui/Refusal.tsx';
import { SaveBar } from '../../../ui/SaveBar.tsx';
import type { Shop } from '../ShopList.tsx';
import { CancelRule } from './CancelRule.tsx';
import { CaseRules } from './CaseRules.tsx';
import { ChangeRules } from './ChangeRules.tsx';
import { MoneyRules } from './MoneyRules.tsx';
import type { GroupProps, Rules } from './rules.types.ts';
import { ServiceRules } from './ServiceRules.tsx';

interface Props {
  readonly shop: Shop;
  readonly rules: Rules;
}

/** What the shop allows to be done to its orders, and when. Only what was changed is sent. */
export function OrderRulesForm({ shop, rules }: Props) {
  const [change, setChange] = useState<Partial<Rules>>({});
  const save = useAct(shops.updateShopSettings, () => {
    setChange({});
    refresh(shops.getShopSettings);
  });
  const set: GroupProps['set'] = (name, rule) =>
    setChange((before) => ({ ...before, [name]: rule }));
  const group = { rules: { ...rules, ...change }, currency: shop.currency, set };
  return (
    <>
      <CancelRule {...group} />
      <ChangeRules {...group} />
      <MoneyRules {...group} />
      <CaseRules {...group} />
      <ServiceRules {...group} />
      <Refusal refusal={save.refusal} />
      <SaveBar
        changed={Object.keys(change).length > 0}
        busy={save.busy}
        onSave={() => void save.run({ shopId: shop.id, orderRules: change })}
        onForget={() => setChange({})}
      />
    </>
  );
}
