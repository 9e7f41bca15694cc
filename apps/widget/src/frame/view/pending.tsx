import { h } from '../dom.ts';
import type { Pending } from '../state.ts';
import { w } from '../words.ts';
import type { View } from './app.tsx';
import { RichText } from './rich-text.tsx';

/** A word on its way, or one the server refused. */
export const PendingBubble = ({ word, state, act }: View & { word: Pending }) => {
  const { key, body, file, share, refused } = word;
  const text = body.text ?? file?.name ?? (body.productId && state.page.product?.title);
  return (
    <div class="bubble mine">
      <RichText text={text ?? '…'} />
      {share !== undefined && !refused && <progress value={share} aria-label={w.sending} />}
      <small class="time">{refused ?? (state.online ? w.sending : w.waiting)}</small>
      {refused !== undefined && [
        <button onClick={() => act.retry(key)}>{w.retry}</button>,
        <button onClick={() => act.drop(key)}>{w.remove}</button>,
      ]}
    </div>
  );
};
