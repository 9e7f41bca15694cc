import { useLingui } from '@lingui/react/macro';
import { useSelf } from '../lib/session.tsx';
import { FilterSelect } from './FilterSelect.tsx';

interface Props {
  /** Id of the shop; undefined: every shop. */
  readonly value: string | undefined;
  readonly onChange: (shopId: string | undefined) => void;
}

/** Narrows a list to one shop. Silent where there is only one. */
export function ShopFilter({ value, onChange }: Props) {
  const { t } = useLingui();
  const { shops } = useSelf();
  if (shops.length < 2) return null;
  return (
    <FilterSelect
      name={t`Shop`}
      width={148}
      value={value}
      onChange={onChange}
      options={shops.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
