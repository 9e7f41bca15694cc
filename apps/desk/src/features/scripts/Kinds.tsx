import type { scripts } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import styles from './Picker.module.css';

type Kind = scripts.PartKindWord;

export const kindIcons: Readonly<Record<Kind, IconName>> = {
  text: 'chats',
  picture: 'picture',
  product: 'products',
  order: 'orders',
  coupon: 'tag',
};

/** What a script brings along besides its first words. */
export function Kinds({ kinds }: { kinds: readonly Kind[] }) {
  const { t } = useLingui();
  if (kinds.length < 2 && kinds[0] === 'text') return null;
  return (
    <span className={styles.kinds} title={t`${kinds.length} messages`}>
      {kinds.map((kind, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other name than their place
        <Icon key={n} name={kindIcons[kind]} size={13} />
      ))}
    </span>
  );
}
