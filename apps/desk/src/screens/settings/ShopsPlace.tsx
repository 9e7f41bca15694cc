import { access, shops } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import { SampleCard } from '../../features/sample/SampleCard.tsx';
import { NewShopDialog } from '../../features/shops/NewShopDialog.tsx';
import { OrderRulesForm } from '../../features/shops/rules/OrderRulesForm.tsx';
import { ShopForm } from '../../features/shops/ShopForm.tsx';
import { ShopList } from '../../features/shops/ShopList.tsx';
import { ShopSettingsForm } from '../../features/shops/ShopSettingsForm.tsx';
import { usePages } from '../../lib/pages.ts';
import { useReply } from '../../lib/query.ts';
import { useMay } from '../../lib/session.tsx';
import { Button } from '../../ui/Button.tsx';
import { Editable } from '../../ui/Editable.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { Section } from '../../ui/Section.tsx';

/** Shops of the team, or the settings of one of them. */
export default function ShopsPlace() {
  const { shopId, part } = useParams<{ shopId?: string; part?: string }>();
  return shopId ? <OneShop key={shopId} shopId={shopId} rules={part === 'rules'} /> : <AllShops />;
}

function AllShops() {
  const { t } = useLingui();
  const [, go] = useLocation();
  const [creating, setCreating] = useState(false);
  const mayCreate = useMay('shops.create');
  const maySample = useMay('sample.manage');
  return (
    <>
      <PageHead
        title={t`Shops`}
        lead={t`Each shop has its own hours, promise and order numbers; buyers and chats of all of them meet in one inbox.`}
        back="/settings"
        backWhenNarrow
        acts={
          mayCreate && (
            <Button look="main" onClick={() => setCreating(true)}>
              <Icon name="plus" size={16} />
              {t`New shop`}
            </Button>
          )
        }
      />
      <ShopList />
      {maySample && (
        <Section wide title={t`Sample shop`}>
          <SampleCard />
        </Section>
      )}
      {creating && (
        <NewShopDialog
          alsoRefresh={[access.getSelf]}
          onClose={() => setCreating(false)}
          onCreated={(shop) => go(`/settings/shops/${shop.id}`)}
        />
      )}
    </>
  );
}

function OneShop({ shopId, rules }: { shopId: string; rules: boolean }) {
  const { t } = useLingui();
  const pages = usePages(shops.listShops, { limit: 200 });
  const settings = useReply(shops.getShopSettings, { shopId });
  const shop = pages.items?.find(({ id }) => id === shopId);
  if (pages.items && !shop) return <Empty>{t`There is no such shop, or it is not yours.`}</Empty>;
  const error = pages.error ?? settings.error;
  if (error) return <Refusal refusal={error} />;
  if (!shop || !settings.data) return <Lines count={8} />;
  const { name } = shop;
  if (rules) {
    return (
      <>
        <PageHead
          title={t`Order rules`}
          lead={t`What may be done to orders of ${name}, and when. The desk offers only what these allow.`}
          back={`/settings/shops/${shop.id}`}
        />
        <Editable may={shop.can.includes('updateShop')}>
          <OrderRulesForm shop={shop} rules={settings.data.orderRules} />
        </Editable>
      </>
    );
  }
  return (
    <>
      <PageHead
        title={shop.name}
        back="/settings/shops"
        acts={<Link href={`/settings/shops/${shop.id}/rules`}>{t`Order rules`}</Link>}
      />
      <Editable may={shop.can.includes('updateShop')}>
        <Section title={t`The shop`}>
          <ShopForm key={shop.updatedAt} shop={shop} alsoRefresh={[access.getSelf]} />
        </Section>
        <ShopSettingsForm shop={shop} settings={settings.data} />
      </Editable>
    </>
  );
}
