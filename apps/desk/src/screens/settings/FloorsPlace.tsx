import { useLingui } from '@lingui/react/macro';
import { Select } from 'antd';
import { useState } from 'react';
import { Floors } from '../../features/offers/Floors.tsx';
import { useSelf } from '../../lib/session.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { PageHead } from '../../ui/PageHead.tsx';

/** SHOP-10: below which price nothing is sold, by shop, category and product, by price and by margin. */
export default function FloorsPlace() {
  const { t } = useLingui();
  const { shops } = useSelf();
  const [shopId, setShop] = useState(shops[0]?.id);
  const shop = shops.find((one) => one.id === shopId) ?? shops[0];
  return (
    <>
      <PageHead
        title={t`Floor prices`}
        lead={t`Nothing falls below them: no coupon, no discount, no changed price, whoever gives it.`}
        back="/settings"
        backWhenNarrow
      />
      {shops.length > 1 && shop && (
        <Select
          value={shop.id}
          onChange={setShop}
          aria-label={t`Shop`}
          options={shops.map(({ id, name }) => ({ value: id, label: name }))}
          style={{ minWidth: 200, marginBottom: 12 }}
        />
      )}
      {shop ? (
        <Floors key={shop.id} shopId={shop.id} currency={shop.currency} />
      ) : (
        <Empty>{t`Floors belong to a shop; there is none yet.`}</Empty>
      )}
    </>
  );
}
