import type { reviews } from '@guitai/contract';
import { useState } from 'preact/hooks';
import { call } from '../api.ts';
import { day } from '../format.ts';
import { identity } from '../session.ts';
import type { Order, OwnLine } from '../types.ts';
import { useLoad } from '../use-load.ts';
import { w } from '../words.ts';
import { ReviewForm } from './review-form.tsx';
import { ShopReply } from './reviews.tsx';
import { Stars } from './stars.tsx';

const read = async (orderId: string) =>
  call<typeof reviews.listOwnReviews>('GET', `/orders/${orderId}/reviews`, {
    identity: await identity(),
  });

const Line = (props: {
  orderId: string;
  line: OwnLine;
  picturesMax: number;
  onDone: () => void;
}) => {
  const [open, setOpen] = useState(false);
  const { line } = props;
  const { review, can } = line;
  const done = () => {
    setOpen(false);
    props.onDone();
  };
  return (
    <li class="review">
      <p>
        <b>{line.title}</b> {line.variant && <small>{line.variant}</small>}
      </p>
      {review && !open && (
        <>
          <p>
            <Stars rating={review.rating} /> <small>{day(review.postedAt)}</small>
          </p>
          {review.words && <p class="words">{review.words}</p>}
          <ShopReply reply={review.reply} />
          {review.hidden && <small>{w().reviewHidden}</small>}
        </>
      )}
      {can.length > 0 && !open && (
        <button type="button" class={review ? '' : 'main'} onClick={() => setOpen(true)}>
          {review ? w().amend : w().writeReview}
        </button>
      )}
      {open && (
        <ReviewForm
          orderId={props.orderId}
          line={line}
          picturesMax={props.picturesMax}
          onDone={done}
        />
      )}
    </li>
  );
};

/** The own reviews of an order, and the way to write them once it has arrived. */
export const OwnReviews = ({ order }: { order: Order }) => {
  const { value, set } = useLoad(() => read(order.id), [order.id, order.state]);
  const items = value?.items.filter(({ review, can }) => review || can.length > 0) ?? [];
  if (!value || items.length === 0) return null;
  return (
    <section class="reviews" aria-label={w().reviews}>
      <h2>{w().reviews}</h2>
      <ul>
        {items.map((line) => (
          <Line
            key={line.lineNo}
            orderId={order.id}
            line={line}
            picturesMax={value.picturesMax}
            onDone={async () => set(await read(order.id))}
          />
        ))}
      </ul>
    </section>
  );
};
