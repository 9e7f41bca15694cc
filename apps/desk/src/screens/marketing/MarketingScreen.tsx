import { useLingui } from '@lingui/react/macro';
import { Suspense } from 'react';
import { useParams } from 'wouter';
import { useSelf } from '../../lib/session.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Page } from '../../ui/Page.tsx';
import { TitleTabs } from '../../ui/TitleTabs.tsx';
import { tabs } from './tabs.ts';

/** Everything the shop offers and sends by itself, a tab each. */
export default function MarketingScreen() {
  const { t, i18n } = useLingui();
  const { tab } = useParams<{ tab?: string }>();
  const { grants } = useSelf();
  const mine = tabs.filter((one) => grants[one.permission] !== undefined);
  const open = mine.find((one) => one.path === tab) ?? mine[0];
  const title = t({ message: 'Marketing', context: 'rail' });
  const ways = mine.map((one) => ({
    href: `/marketing/${one.path}`,
    name: i18n._(one.name),
    current: one === open,
  }));
  return (
    <Page title={title} tabs={<TitleTabs label={title} tabs={ways} />}>
      <Suspense fallback={<Lines count={6} />}>{open && <open.Body />}</Suspense>
    </Page>
  );
}
