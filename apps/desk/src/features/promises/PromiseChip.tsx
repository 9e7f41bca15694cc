import { useLingui } from '@lingui/react/macro';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './promises.module.css';

interface Props {
  readonly sentence: string;
  readonly onMake: () => void;
  readonly onDismiss: () => void;
}

/** What was just said looks like a promise: offered quietly, never made by itself. */
export function PromiseChip({ sentence, onMake, onDismiss }: Props) {
  const { t } = useLingui();
  return (
    <div className={styles.chip} role="status">
      <Icon name="clock" size={15} />
      <q>{sentence}</q>
      <Button small hint="y" onClick={onMake}>{t`Keep as a promise`}</Button>
      <IconButton name={t`Not a promise`} onClick={onDismiss}>
        <Icon name="close" size={14} />
      </IconButton>
    </div>
  );
}
