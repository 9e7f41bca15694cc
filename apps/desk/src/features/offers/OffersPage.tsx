import { useLingui } from '@lingui/react/macro';
import { Select } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { useMay, useSelf } from '../../lib/session.tsx';
import { Empty } from '../../ui/Empty.tsx';
import styles from './form.module.css';
import { Issued } from './Issued.tsx';
import { Ladder } from './Ladder.tsx';
import { Results } from './Results.tsx';
import { Templates } from './Templates.tsx';

/** SHOP-10: kinds of coupons, what was given, the ladder, and what it all brought. */
export default function OffersPage() {
  const { t } = useLingui();
  const { shops } = useSelf();
  const may = useMay('coupons.manage');
  const [shopId, setShop] = useState(shops[0]?.id);
  const shop = shops.find((one) => one.id === shopId) ?? shops[0];
  if (!shop) return <Empty>{t`Offers belong to a shop; there is none yet.`}</Empty>;
  return (
    <div>
      {shops.length > 1 && (
        <Select
          className={styles.shop}
          aria-label={t`Shop`}
          value={shop.id}
          onChange={setShop}
          options={shops.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <Results key={`results ${shop.id}`} shopId={shop.id} />
      <Templates key={shop.id} shopId={shop.id} currency={shop.currency} may={may} />
      <Issued key={`issued ${shop.id}`} shopId={shop.id} />
      <Ladder key={`ladder ${shop.id}`} shopId={shop.id} />
      <p>
        <Link href="/settings/floors">{t`Floor prices are kept in the settings`}</Link>
      </p>
    </div>
  );
}
