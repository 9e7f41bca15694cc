import { type Child, h } from '../dom.ts';
import type { CardOf } from '../types.ts';
import { w } from '../words.ts';
import { AddressFields, AddressView, addressOf } from './address.tsx';
import type { View } from './app.tsx';
import { OrderView } from './order.tsx';

const outcome = () => ({
  confirmed: `✓ ${w.confirmed}`,
  change_wanted: w.changeSent,
  withdrawn: w.withdrawn,
  outdated: w.withdrawn,
});

const Acts = ({ children }: { children?: Child }) => <div class="acts">{children}</div>;

/** "Is this right?" with its two answers; what the buyer wants changed is written in place. */
export const CheckView = (
  props: View & { card: CardOf<'orderCheck'> | CardOf<'addressCheck'> },
) => {
  const { card, state, act } = props;
  const { id, type, answer } = card;
  const { changing, busy, fault, address } = state.checks[id] ?? {};
  const order = type === 'orderCheck';
  const title = order ? w.checkOrder : w.checkAddress;
  const asked = card.state === 'asked';
  const turn = () => act.check(id, { changing: !changing });
  const change = (event: Event) => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const text = `${form.get('text')}`.trim();
    const corrected = !order && { address: addressOf(form) };
    act.answer(id, { answer: 'change_wanted', ...(text && { text }), ...corrected });
  };
  if (!order && asked && !address) act.checkedAddress(id);
  return (
    <article aria-label={title}>
      <b>{title}</b>
      {changing ||
        (order ? (
          <OrderView order={card.order} />
        ) : (
          <AddressView address={card.proposed ?? address ?? card.address} />
        ))}
      {asked && !changing && (
        <Acts>
          <button
            class="main"
            disabled={busy}
            onClick={() => act.answer(id, { answer: 'confirmed' })}
          >
            {w.confirm}
          </button>
          <button disabled={busy} onClick={turn}>
            {w.change}
          </button>
        </Acts>
      )}
      {asked && changing && (
        <form onSubmit={change}>
          {!order && <AddressFields address={address ?? card.address} />}
          <label>
            {w.changeWhat}
            <textarea name="text" rows={2} maxLength={1000} required={order} />
          </label>
          <Acts>
            <button type="submit" class="main" disabled={busy}>
              {w.send}
            </button>
            <button onClick={turn}>{w.close}</button>
          </Acts>
        </form>
      )}
      {!asked && (
        <b>
          {outcome()[card.state as keyof ReturnType<typeof outcome>]}
          {answer && <bdi>: {answer}</bdi>}
        </b>
      )}
      {fault && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
    </article>
  );
};
