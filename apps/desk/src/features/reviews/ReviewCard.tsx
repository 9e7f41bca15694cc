import type { reviews } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Link } from 'wouter';
import { CopyIcon } from '../../ui/Copy.tsx';
import { Picture } from '../../ui/Picture.tsx';
import { When } from '../../ui/When.tsx';
import { Word } from '../../ui/Word.tsx';
import { HintedWords, HintWord } from './Hinted.tsx';
import { ReviewActs } from './ReviewActs.tsx';
import { flagWords } from './review.words.ts';
import styles from './reviews.module.css';
import { Stars } from './Stars.tsx';

interface Props {
  readonly review: reviews.ReviewShape;
  /** Beside the chat: the buyer stands there already, and the order opens in the panel. */
  readonly beside?: boolean;
  readonly onOrder?: (orderId: string) => void;
}

/** One review: what was said, what it sounds like, the ways to order, buyer and chat, and what may be done. */
export function ReviewCard({ review, beside = false, onOrder }: Props) {
  const { t, i18n } = useLingui();
  const { hint, flag, hidden, earlier } = review;
  return (
    <article
      className={styles.card}
      data-review={review.id}
      data-bad={(review.bad && !review.reply && !hidden) || undefined}
      data-hidden={hidden !== null || undefined}
    >
      <header className={styles.line}>
        <Stars rating={review.rating} />
        <HintWord hint={hint} />
        {review.bad && !review.reply && <Word tone="late">{t`needs an answer`}</Word>}
        {flag && (
          <Word tone="soon" title={flag.note || flag.byName}>
            {i18n._(flagWords[flag.reason])}
          </Word>
        )}
        {review.source !== 'own' && (
          <Word
            tone="quiet"
            title={t`Told of by a program or a file; what is answered here stays here.`}
          >
            {t({ message: 'from another platform', context: 'review' })}
          </Word>
        )}
        {hidden && <Word tone="quiet">{t({ message: 'hidden', context: 'review' })}</Word>}
        <span className={styles.push} />
        <When at={review.postedAt} />
      </header>
      <HintedWords words={review.words} hint={hint} />
      <Pictures review={review} />
      {earlier && (
        <details className={styles.earlier}>
          <summary>{t`Amended; said before`}</summary>
          <Stars rating={earlier.rating} /> {earlier.words}
        </details>
      )}
      {review.reply && (
        <blockquote className={styles.reply}>
          <p>{review.reply.text}</p>
          <footer>
            {review.reply.byName || t`the shop`} · <When at={review.reply.at} />
            {review.source !== 'own' && (
              <>
                {' · '}
                {t`only here, not on the platform it came from`}{' '}
                <CopyIcon text={review.reply.text} name={t`Copy the reply, to give it there`} />
              </>
            )}
          </footer>
        </blockquote>
      )}
      <Ways review={review} beside={beside} onOrder={onOrder} />
      <ReviewActs review={review} />
    </article>
  );
}

function Pictures({ review }: { review: reviews.ReviewShape }) {
  const { t } = useLingui();
  if (review.pictures.length === 0) return null;
  return (
    <p className={styles.pictures}>
      {review.pictures.map(({ id, url }) => (
        <a key={url} href={url} target="_blank" rel="noreferrer">
          <Picture
            url={id ? `${url}?size=thumbnail` : url}
            size={64}
            alt={t`Picture of the review`}
          />
        </a>
      ))}
    </p>
  );
}

/** Order, product, buyer and conversation, one click each. */
function Ways({ review, beside, onOrder }: Props) {
  const { t } = useLingui();
  const { orderId, orderNumber, buyerId, productId, productTitle, conversationId } = review;
  const product = [productTitle, review.variant].filter(Boolean).join(' · ');
  return (
    <p className={styles.ways}>
      {!beside &&
        (buyerId ? (
          <Link href={`/buyers/${buyerId}`}>{review.author || t`Buyer`}</Link>
        ) : (
          <span>{review.author || t({ message: 'no name', context: 'review' })}</span>
        ))}
      {productId ? (
        <Link href={`/products/${productId}`} className={styles.product}>
          {product}
        </Link>
      ) : (
        <span className={styles.product}>{product}</span>
      )}
      {orderId &&
        (onOrder ? (
          <button type="button" onClick={() => onOrder(orderId)}>
            {orderNumber}
          </button>
        ) : (
          <Link href={`/orders/${orderId}`}>{orderNumber}</Link>
        ))}
      {!beside && conversationId && (
        <Link href={`/inbox/all/${conversationId}`}>{t`To the chat`}</Link>
      )}
      {review.taskId && <Link href={`/tasks/${review.taskId}`}>{t`Task`}</Link>}
      {review.thankedAt && (
        <span>
          {t({ message: 'thanked', context: 'review' })} <When at={review.thankedAt} />
        </span>
      )}
      <span className={styles.shop}>{review.shopName}</span>
    </p>
  );
}
