import { type ReplyOf, shops } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Link } from 'wouter';
import { usePages } from '../../lib/pages.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { Row, Rows } from '../../ui/Rows.tsx';
import { Word } from '../../ui/Word.tsx';
import { ShopMark } from './ShopMark.tsx';

export type Shop = ReplyOf<typeof shops.listShops>['items'][number];

/** Every shop of the team; each leads to its settings. */
export function ShopList() {
  const { t } = useLingui();
  const pages = usePages(shops.listShops, { limit: 200 });
  if (pages.error) return <Refusal refusal={pages.error} />;
  if (!pages.items) return <Lines count={2} />;
  return (
    <Rows label={t`Shops`}>
      {pages.items.map((shop) => (
        <Row
          key={shop.id}
          lead={<ShopMark name={shop.name} colour={shop.colour} />}
          title={
            <>
              <Link href={`/settings/shops/${shop.id}`}>{shop.name}</Link>
              <ShopKind kind={shop.kind} />
            </>
          }
          sub={`${shop.currency} · ${shop.timezone}`}
          acts={
            <Link href={`/settings/shops/${shop.id}`} aria-label={t`Settings of ${shop.name}`}>
              <Icon name="next" size={16} />
            </Link>
          }
        />
      ))}
    </Rows>
  );
}

/** Where a shop's orders come from. */
export function ShopKind({ kind }: { kind: Shop['kind'] }) {
  const { t } = useLingui();
  return kind === 'built-in' ? (
    <Word tone="quiet" title={t`Orders are placed in Guitai itself`}>
      {t`Built in`}
    </Word>
  ) : (
    <Word tone="quiet" title={t`A mirror of another shop, filled from files`}>
      {t`Imported`}
    </Word>
  );
}
