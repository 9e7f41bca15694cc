import { useLingui } from '@lingui/react/macro';
import styles from './acts.module.css';
import { useChoices } from './use-choices.ts';

/** Where the shop's rules say so: the buyer confirms before anything is changed. */
export function ConfirmFirst({ orderId }: { orderId: string }) {
  const { t } = useLingui();
  const choices = useChoices(orderId);
  if (!choices.data?.confirmBeforeAct) return null;
  return <p className={styles.none}>{t`Shop's rule: the buyer says yes first.`}</p>;
}
