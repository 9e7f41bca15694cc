import { parcels } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useFresh } from '../../lib/fresh.ts';
import { useReply } from '../../lib/query.ts';
import { useMay } from '../../lib/session.tsx';
import { TitleTabs } from '../../ui/TitleTabs.tsx';

/** Orders and, beside them, the parcels of theirs that need a hand, with how many. */
export function OrderTabs({ at }: { at: 'orders' | 'parcels' }) {
  const { t } = useLingui();
  const may = useMay('parcels.read');
  useFresh(['parcel.'], [parcels.listProblemParcels], 600);
  const { data } = useReply(parcels.listProblemParcels, { limit: 1 }, { when: may });
  const count = Object.values(data?.counts ?? {}).reduce((sum, n) => sum + n, 0);
  const problems = { href: '/problem-parcels', name: t`Problem parcels`, count };
  const tabs = [
    { href: '/orders', name: t`Orders`, current: at === 'orders' },
    ...(may ? [{ ...problems, current: at === 'parcels' }] : []),
  ];
  return <TitleTabs label={t`Orders and parcels`} tabs={tabs} />;
}
