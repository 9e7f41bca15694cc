import { useLingui } from '@lingui/react/macro';
import { useSelf } from '../lib/session.tsx';

/** The shops somebody works in, by name; none given means every shop. Silent where there is only one. */
export function ShopNames({ ids }: { ids: readonly string[] | null }) {
  const { t } = useLingui();
  const { shops } = useSelf();
  if (ids === null) return shops.length > 1 ? <span>{t`All shops`}</span> : null;
  const names = shops.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  return <span>{names.join(t`, `) || t`Other shops`}</span>;
}
