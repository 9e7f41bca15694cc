import type { ReplyOf, storefront } from '@guitai/contract';
import { useState } from 'preact/hooks';
import { call } from '../api.ts';
import { day } from '../format.ts';
import type { ProductPage } from '../types.ts';
import { useLoad } from '../use-load.ts';
import { fill, w } from '../words.ts';
import { Notice } from './notice.tsx';
import { Stars } from './stars.tsx';

type Page = ReplyOf<typeof storefront.listStorefrontReviews>;
type Review = Page['items'][number];

/** The shop's answer, wherever a review stands. */
export const ShopReply = ({ reply }: { reply: { text: string; at: string } | null }) =>
  reply && (
    <blockquote class="reply">
      <b>{w().shopReply}</b> {reply.text}
    </blockquote>
  );

const One = ({ review }: { review: Review }) => (
  <li class="review">
    <p>
      <Stars rating={review.rating} /> <b>{review.author || w().anonymous}</b>{' '}
      <small>
        {day(review.postedAt)}
        {review.variant && ` · ${review.variant}`}
        {review.amended && ` · ${w().amended}`}
      </small>
    </p>
    {review.words && <p class="words">{review.words}</p>}
    {review.pictures.length > 0 && (
      <p class="shots">
        {review.pictures.map(({ url }) => (
          <a key={url} href={url} target="_blank" rel="noreferrer">
            <img src={`${url}?size=thumbnail`} alt={w().reviewPicture} loading="lazy" />
          </a>
        ))}
      </p>
    )}
    <ShopReply reply={review.reply} />
  </li>
);

const Spread = (props: {
  stars: readonly number[];
  picked: number | null;
  onPick: (rating: number | null) => void;
}) => {
  const most = Math.max(...props.stars, 1);
  return (
    <div class="spread">
      {[5, 4, 3, 2, 1].map((star) => {
        const count = props.stars[star - 1] ?? 0;
        return (
          <button
            key={star}
            type="button"
            aria-pressed={props.picked === star}
            onClick={() => props.onPick(props.picked === star ? null : star)}
          >
            <span>{star} ★</span>
            <i>
              <i style={{ width: `${(100 * count) / most}%` }} />
            </i>
            <span>{count}</span>
          </button>
        );
      })}
    </div>
  );
};

/** What buyers say of a product: average, spread, and their words with the shop's answers. */
export const Reviews = ({ product }: { product: ProductPage }) => {
  const [rating, setRating] = useState<number | null>(null);
  const [pictures, setPictures] = useState(false);
  const load = (cursor?: string) => {
    const query = new URLSearchParams({
      limit: '10',
      ...(rating && { rating: String(rating) }),
      ...(pictures && { pictures: 'true' }),
      ...(cursor && { cursor }),
    });
    const path = `/products/${product.id}/reviews?${query}`;
    return call<typeof storefront.listStorefrontReviews>('GET', path);
  };
  const { value, fault, set } = useLoad(() => load(), [product.id, rating, pictures]);
  const more = async () => {
    if (!value?.next) return;
    const page = await load(value.next);
    set({ items: [...value.items, ...page.items], next: page.next });
  };
  const { count, average, stars } = product.rating;
  return (
    <section class="reviews" aria-label={w().reviews}>
      <h2>{w().reviews}</h2>
      {count === 0 && <p>{w().noReviews}</p>}
      {count > 0 && (
        <>
          <p>
            <b class="mean">{(average ?? 0).toFixed(1)}</b> <Stars rating={average ?? 0} />{' '}
            {fill(w().reviewCount, { count })}
          </p>
          <Spread stars={stars} picked={rating} onPick={setRating} />
          <label class="check">
            <input
              type="checkbox"
              checked={pictures}
              onChange={(event) => setPictures(event.currentTarget.checked)}
            />{' '}
            {w().withPictures}
          </label>
        </>
      )}
      {fault && <Notice text={fault} />}
      <ul>
        {value?.items.map((review) => (
          <One key={review.id} review={review} />
        ))}
      </ul>
      {value?.next && (
        <button type="button" onClick={more}>
          {w().more}
        </button>
      )}
    </section>
  );
};
