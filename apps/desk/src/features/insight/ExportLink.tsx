import { useLingui } from '@lingui/react/macro';
import { Icon } from '../../ui/Icon.tsx';
import styles from './insight.module.css';

interface Props {
  readonly table: 'people' | 'days' | 'rows';
  readonly input: Readonly<Record<string, string>>;
}

/** The table as a file for a spreadsheet. */
export function ExportLink({ table, input }: Props) {
  const { t } = useLingui();
  const query = new URLSearchParams({ ...input, table });
  return (
    <p className={styles.acts}>
      <a href={`/api/insight/export?${query}`} download>
        <Icon name="import" size={14} /> {t`Export as CSV`}
      </a>
    </p>
  );
}
