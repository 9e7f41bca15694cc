import { useLingui } from '@lingui/react/macro';
import { Icon } from '../../ui/Icon.tsx';
import styles from './Mark.module.css';

interface Props {
  readonly name: string;
  readonly marked: boolean;
  readonly onChange: () => void;
}

/** A box in a row that is itself a link: ticking it does not lead there. */
export function Mark({ name, marked, onChange }: Props) {
  const { t } = useLingui();
  return (
    // biome-ignore lint/a11y/useSemanticElements: an input inside a link would follow the link
    <span
      role="checkbox"
      aria-checked={marked}
      aria-label={t`Choose ${name}`}
      tabIndex={-1}
      className={styles.mark}
      data-marked={marked || undefined}
      onClick={(event) => {
        event.preventDefault();
        event.stopPropagation();
        onChange();
      }}
      onKeyDown={(event) => {
        if (event.key === ' ') onChange();
      }}
    >
      {marked && <Icon name="check" size={12} />}
    </span>
  );
}
