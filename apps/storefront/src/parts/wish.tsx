import type { followups, ReplyOf } from '@guitai/contract';
import { useEffect, useState } from 'preact/hooks';
import { call, Refused } from '../api.ts';
import { identity, useShopper } from '../session.ts';
import type { Variant } from '../types.ts';
import { w } from '../words.ts';
import { Notice } from './notice.tsx';

type Choices = ReplyOf<typeof followups.listOwnWishes>;

/** Tell me when it is back, or cheaper: for shoppers who are signed in; a second click takes it back. */
export const Wish = ({ productId, variant }: { productId: string; variant: Variant }) => {
  const shopper = useShopper();
  const [choices, setChoices] = useState<Choices | null>(null);
  const [fault, setFault] = useState('');
  const run = (asked: Promise<Choices>) =>
    asked.then(setChoices, (error: unknown) =>
      setFault(error instanceof Refused ? error.message : ''),
    );
  useEffect(() => {
    if (shopper) void run(own('GET', `/products/${encodeURIComponent(productId)}/wishes`));
  }, [shopper?.id, productId]);
  const mine = choices?.items.find(({ variantId }) => variantId === variant.id);
  if (!shopper || !mine) return null;
  const kind = variant.stock === 0 ? 'back' : 'cheaper';
  const wish = mine[kind];
  const words = kind === 'back' ? w().tellBack : w().tellCheaper;
  const noted = kind === 'back' ? w().willTellBack : w().willTellCheaper;
  const change = () =>
    run(
      wish
        ? own('DELETE', `/wishes/${wish}`)
        : own('POST', '/wishes', { variantId: variant.id, kind }),
    );
  return (
    <>
      <button type="button" aria-pressed={wish !== null} onClick={() => void change()}>
        {wish ? noted : words}
      </button>
      {fault && <Notice text={fault} />}
    </>
  );
};

const own = async (
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<Choices> =>
  call<typeof followups.makeOwnWish>(method as 'POST', path, {
    identity: await identity(),
    ...(body ? { body } : {}),
  });
