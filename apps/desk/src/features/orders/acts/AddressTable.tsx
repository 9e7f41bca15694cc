import type { MaskedAddressShape } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { partWords } from '../orders.words.ts';
import { RegionWord } from './AddressDoubts.tsx';
import styles from './acts.module.css';
import {
  type AddressParts,
  doubtOf,
  type Part,
  partsShown,
  type Reading,
} from './address.rules.ts';

interface Props {
  readonly old: MaskedAddressShape | null;
  readonly now: AddressParts;
  readonly reading: Reading | undefined;
  readonly onChange: (part: Part, value: string) => void;
}

/** Old and new side by side, part by part; what is unsure is marked where it stands. */
export function AddressTable({ old, now, reading, onChange }: Props) {
  const { t, i18n } = useLingui();
  return (
    <div className={styles.address}>
      <span />
      <small>{t({ message: 'Now', context: 'address' })}</small>
      <small>
        {t({ message: 'New', context: 'address' })} <RegionWord reading={reading} />
      </small>
      {partsShown(old, now).map((part) => {
        const doubt = doubtOf(part, reading, now);
        const name = i18n._(partWords[part]);
        return (
          <div key={part} data-doubt={doubt}>
            <span>{name}</span>
            <span className={styles.old}>{old?.[part] || '–'}</span>
            <input
              value={now[part]}
              maxLength={part === 'street' ? 300 : 60}
              aria-label={name}
              aria-invalid={doubt ? true : undefined}
              placeholder={doubt === 'missing' ? t`missing` : undefined}
              onChange={(event) => onChange(part, event.target.value)}
            />
          </div>
        );
      })}
    </div>
  );
}
