import { initials } from '../lib/format.ts';
import styles from './Face.module.css';

const tints = ['a', 'b', 'c', 'd', 'e', 'f'] as const;

const tintOf = (text: string) =>
  tints[
    [...text].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 997, 7) %
      tints.length
  ];

interface Props {
  readonly name: string;
  readonly size?: number;
  readonly status?: 'online' | 'away' | 'offline';
}

/** A person as a coloured disc with one or two characters; the name stands beside it. */
export const Face = ({ name, size = 28, status }: Props) => (
  <span
    className={styles.face}
    data-tint={tintOf(name)}
    data-status={status}
    style={{ width: size, height: size, fontSize: size * 0.4 }}
    aria-hidden="true"
  >
    {initials(name) || '·'}
  </span>
);
