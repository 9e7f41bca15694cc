import { Picture } from '../../ui/Picture.tsx';
import styles from './BuyerCard.module.css';

interface Props {
  readonly title: string;
  readonly body: string;
  readonly pictureUrl: string | null;
}

/** An entry as the buyer's chat draws it. */
export const BuyerCard = ({ title, body, pictureUrl }: Props) => (
  <article className={styles.card}>
    <b>{title}</b>
    {pictureUrl && <Picture url={pictureUrl} size={120} />}
    <p>{body}</p>
  </article>
);
