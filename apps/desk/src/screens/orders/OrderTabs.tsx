import { parcels } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Link } from 'wouter';
import { useFresh } from '../../lib/fresh.ts';
import { useReply } from '../../lib/query.ts';
import { useMay } from '../../lib/session.tsx';
import tabs from '../../ui/LinkTabs.module.css';

/** Orders and, beside them, the parcels of theirs that need a hand, with how many. */
export function OrderTabs({ at }: { at: 'orders' | 'parcels' }) {
  const { t } = useLingui();
  const may = useMay('parcels.read');
  useFresh(['parcel.'], [parcels.listProblemParcels], 600);
  const { data } = useReply(parcels.listProblemParcels, { limit: 1 }, { when: may });
  if (!may) return null;
  const open = Object.values(data?.counts ?? {}).reduce((sum, n) => sum + n, 0);
  return (
    <nav className={tabs.tabs} aria-label={t`Orders and parcels`}>
      <Link href="/orders" aria-current={at === 'orders' ? 'page' : undefined}>
        {t`Orders`}
      </Link>
      <Link href="/problem-parcels" aria-current={at === 'parcels' ? 'page' : undefined}>
        {t`Problem parcels`}
        {open > 0 && <b>{open}</b>}
      </Link>
    </nav>
  );
}
