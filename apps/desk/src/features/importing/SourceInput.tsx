import { useLingui } from '@lingui/react/macro';
import { AutoComplete } from 'antd';
import styles from './importing.module.css';

interface Props {
  readonly label: string;
  readonly value: string;
  /** Paths the file has. */
  readonly offered: readonly string[];
  readonly lacking: boolean;
  readonly onChange: (path: string) => void;
}

/** The place in the file one of our fields comes from: one of those it has, or any path typed. */
export function SourceInput({ label, value, offered, lacking, onChange }: Props) {
  const { t } = useLingui();
  const wanted = value.toLowerCase();
  const fitting = offered.includes(value)
    ? offered
    : offered.filter((path) => path.toLowerCase().includes(wanted));
  return (
    <AutoComplete
      className={styles.source ?? ''}
      size="small"
      aria-label={t`Field of the file for ${label}`}
      placeholder={lacking ? t`Choose a field` : t`not used`}
      {...(lacking ? { status: 'warning' as const } : {})}
      allowClear
      popupMatchSelectWidth={false}
      value={value}
      onChange={(next: string | undefined) => onChange(next ?? '')}
      options={fitting.slice(0, 200).map((path) => ({ value: path, label: path }))}
    />
  );
}
