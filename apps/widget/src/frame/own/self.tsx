/** What buyers do to an own order themselves: cancel it, change where it goes. */
import type { care, ReplyOf } from '@guitai/contract';
import { isRefusal } from '../api.ts';
import { type Child, h } from '../dom.ts';
import { AddressFields, addressOf } from '../view/address.tsx';
import { fill, locale } from '../words.ts';
import type { Around } from './claim.ts';
import { texts } from './self.words.ts';

type Own = ReplyOf<typeof care.getOwnOrder>;

interface Self {
  own?: Own;
  trouble: string;
  told: string;
  working: boolean;
}

const field = 'display:block;width:100%;padding:6px 8px;margin-bottom:6px';

/** Opens the form for an order; gives the view to be drawn in the chat. */
export function openSelf({ call, order, set, leave }: Around): () => Child {
  const say = texts[locale];
  const self: Self = { trouble: '', told: '', working: false };
  const path = `/orders/${order.id}`;

  const read = async () => {
    const own = await call<typeof care.getOwnOrder>('GET', path);
    if (isRefusal(own)) self.trouble = own.detail;
    else self.own = own;
    set({});
  };

  /** One call; afterwards everything stands as the server has it. */
  const run = async (method: 'POST' | 'PUT', way: string, body: unknown, told: string) => {
    Object.assign(self, { working: true, trouble: '', told: '' });
    set({});
    const reply = await call<typeof care.cancelOwnOrder>(method as 'POST', path + way, {
      key: crypto.randomUUID(),
      body,
    });
    self.working = false;
    if (isRefusal(reply)) self.trouble = reply.detail;
    else self.told = told;
    await read();
  };

  const cancel = (event: SubmitEvent) => {
    event.preventDefault();
    const reasonCode = `${new FormData(event.target as HTMLFormElement).get('reason')}`;
    void run('POST', '/cancellation', { reasonCode }, say.cancelled);
  };
  const move = (event: SubmitEvent) => {
    event.preventDefault();
    const address = addressOf(new FormData(event.target as HTMLFormElement));
    void run('PUT', '/address', { address }, say.saved);
  };

  void read();
  return () => {
    const { own, trouble, told, working } = self;
    const may = (id: string) => own?.can.includes(id);
    return (
      <section key="self" class="orders" style="max-height:75%">
        <b>{fill(say.title, { number: order.number })}</b>
        {told && <p role="status">{told}</p>}
        {trouble && (
          <p class="fault" role="alert">
            {trouble}
          </p>
        )}
        {own && own.can.length === 0 && !told && <p>{say.none}</p>}
        {own?.address && may('changeOwnAddress') && (
          <form key="address" onSubmit={move}>
            <p>{say.address}</p>
            <AddressFields address={own.address} />
            <button type="submit" class="main" style="margin:6px 0" disabled={working}>
              {say.save}
            </button>
          </form>
        )}
        {own && may('cancelOwnOrder') && (
          <form key="cancel" onSubmit={cancel}>
            <label>
              {say.reason}
              <select name="reason" style={field}>
                {own.cancelReasons.map(({ code, text }) => (
                  <option key={code} value={code}>
                    {text}
                  </option>
                ))}
              </select>
            </label>
            <button type="submit" disabled={working}>
              {say.cancel}
            </button>
          </form>
        )}
        <div class="acts">
          <button onClick={leave}>{say.close}</button>
        </div>
      </section>
    );
  };
}
