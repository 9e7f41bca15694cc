import { useLingui } from '@lingui/react/macro';
import { Checkbox } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useMay } from '../../lib/session.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { ShopFilter } from '../../ui/ShopFilter.tsx';
import styles from './BuyerFilterBar.module.css';
import type { BuyerFilters } from './BuyerList.tsx';

const ExportDialog = lazy(() => import('./ExportDialog.tsx'));

interface Props {
  readonly filters: BuyerFilters;
  readonly onChange: (change: { readonly [N in keyof BuyerFilters]?: string | undefined }) => void;
}

/** Search by name, phone or account, and the filters of the buyers. A tag comes from clicking one. */
export function BuyerFilterBar({ filters, onChange }: Props) {
  const { t } = useLingui();
  const mayExport = useMay('buyers.export');
  const [exporting, setExporting] = useState(false);
  return (
    <>
      <SearchBox
        value={filters.q ?? ''}
        onSearch={(q) => onChange({ q })}
        placeholder={t`Name, phone or its last 4 digits, e-mail`}
      />
      <ShopFilter value={filters.shop} onChange={(shop) => onChange({ shop })} />
      {filters.tag && (
        <Button onClick={() => onChange({ tag: undefined })} aria-label={t`Remove the tag filter`}>
          {filters.tag}
          <Icon name="close" size={13} />
        </Button>
      )}
      <Checkbox
        className={styles.check}
        checked={filters.blocked === 'yes'}
        onChange={(event) => onChange({ blocked: event.target.checked ? 'yes' : undefined })}
      >
        {t`Blocklisted only`}
      </Checkbox>
      {mayExport && <Button onClick={() => setExporting(true)}>{t`Export`}</Button>}
      <Suspense fallback={null}>
        {exporting && <ExportDialog filters={filters} onClose={() => setExporting(false)} />}
      </Suspense>
    </>
  );
}
