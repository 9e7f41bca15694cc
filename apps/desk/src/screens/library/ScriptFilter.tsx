import { Trans, useLingui } from '@lingui/react/macro';
import { Select } from 'antd';
import { useRef } from 'react';
import styles from '../../features/scripts/Library.module.css';
import { useNames } from '../../features/scripts/library-names.ts';
import type { Spot } from '../../features/scripts/tree.rules.ts';
import { Button } from '../../ui/Button.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { type ScriptFilters, sortOf, sorts } from './script-list.ts';

interface Props {
  readonly filters: ScriptFilters;
  readonly change: (part: { readonly [N in keyof ScriptFilters]: string | undefined }) => void;
  readonly spots: readonly Spot[];
}

/** Which scripts are listed, and in which order. */
export function ScriptFilter({ filters, change, spots }: Props) {
  const { t } = useLingui();
  const field = useRef<HTMLInputElement>(null);
  const nameOf = useNames();
  const sortNames = {
    title: t`By title`,
    used: t`Most used`,
    replied: t`Most answered`,
    ordered: t`Most ordered`,
    paid: t`Most paid`,
  };
  return (
    <>
      <SearchBox
        field={field}
        value={filters.q ?? ''}
        onSearch={(q) => change({ q: q || undefined })}
        placeholder={t`Words, pinyin or initials`}
      />
      <span className={styles.narrow}>
        <Select
          aria-label={t`Folder`}
          popupMatchSelectWidth={false}
          value={filters.in ?? ''}
          onChange={(next) => change({ in: next || undefined })}
          options={[
            { value: '', label: t`All scripts` },
            ...spots.map((one) => ({
              value: one.key,
              label: `${'　'.repeat(one.depth)}${one.folder?.name ?? nameOf(one)}`,
            })),
          ]}
        />
      </span>
      <Select
        aria-label={t`Order`}
        popupMatchSelectWidth={false}
        value={sortOf(filters)}
        onChange={(next) => change({ sort: next === 'title' ? undefined : next })}
        options={sorts.map((value) => ({ value, label: sortNames[value] }))}
      />
      <Button
        small
        look="plain"
        aria-pressed={Boolean(filters.twice)}
        onClick={() => change({ twice: filters.twice ? undefined : '1' })}
      >
        <Trans>Doubles</Trans>
      </Button>
    </>
  );
}
