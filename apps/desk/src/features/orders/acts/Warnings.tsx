import { useLingui } from '@lingui/react/macro';
import { Icon } from '../../../ui/Icon.tsx';
import type { Acted } from './act.types.ts';
import styles from './acts.module.css';

/** What is no refusal and yet worth a second look. */
export function Warnings({ acted }: { acted: Acted | undefined }) {
  const { t } = useLingui();
  if (acted?.act?.params.alert !== 'address_and_refund') return null;
  return (
    <p className={styles.limits} role="status">
      <Icon name="alert" size={15} />
      {t`Another address and money back on one order within a day: look twice.`}
    </p>
  );
}
