import { useLingui } from '@lingui/react/macro';
import { useSelf } from '../../lib/session.tsx';
import styles from './ShopFilter.module.css';

/** Narrows the list to one shop; absent where there is only one. */
export function ShopFilter({
  shopId,
  onChange,
}: {
  shopId: string | undefined;
  onChange: (shopId: string | undefined) => void;
}) {
  const { t } = useLingui();
  const { shops } = useSelf();
  if (shops.length < 2) return null;
  return (
    <select
      className={styles.filter}
      aria-label={t`Shop`}
      value={shopId ?? ''}
      onChange={({ target }) => onChange(target.value || undefined)}
    >
      <option value="">{t`All shops`}</option>
      {shops.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
