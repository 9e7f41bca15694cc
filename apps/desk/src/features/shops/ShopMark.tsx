import styles from './ShopMark.module.css';

/** The first character of a shop on its colour. */
export const ShopMark = ({
  name,
  colour,
  size = 32,
}: {
  name: string;
  colour: string;
  size?: number;
}) => (
  <span
    className={styles.mark}
    style={{ width: size, height: size, background: colour, fontSize: size * 0.45 }}
    aria-hidden="true"
  >
    <span>{[...name.trim()][0] ?? '·'}</span>
  </span>
);
