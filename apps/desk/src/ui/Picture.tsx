import { useState } from 'react';
import { Icon } from './Icon.tsx';
import styles from './Picture.module.css';

interface Props {
  readonly url: string | null | undefined;
  readonly size?: number;
  /** Told to screen readers; empty where the title stands beside it. */
  readonly alt?: string;
}

/** The picture of a product in a square of its own; a quiet drawing where there is none or it cannot be had. */
export function Picture({ url, size = 44, alt = '' }: Props) {
  const [lost, setLost] = useState<string>();
  const there = url && url !== lost;
  return (
    <span className={styles.square} style={{ width: size, height: size }}>
      {there ? (
        <img src={url} alt={alt} loading="lazy" decoding="async" onError={() => setLost(url)} />
      ) : (
        <Icon name="products" size={Math.round(size * 0.45)} />
      )}
    </span>
  );
}
