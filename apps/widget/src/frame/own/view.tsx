import { h } from '../dom.ts';
import { money } from '../format.ts';
import { fill } from '../words.ts';
import type { Around, ChatCase, Claim, Proposal, Run } from './claim.ts';
import type { ClaimWords } from './claim.words.ts';

interface Props {
  claim: Claim;
  say: ClaimWords;
  around: Around;
  run: Run;
}

/** Here and not in the chat's style sheet, which everybody downloads. */
const tick = 'display:flex;align-items:center;gap:8px;font-size:14px;color:inherit';
const box = 'flex:none;width:18px;height:18px';
const field = 'display:block;width:100%;padding:6px 8px;margin-bottom:6px';
const plain = 'border:0;padding:4px 0';
const legend = 'font-size:12px;color:var(--soft)';

/** What was asked for so far, and the form for more. */
export const ClaimView = (props: Props) => {
  const { claim, say, around } = props;
  const { proposal, cases, trouble } = claim;
  const may = proposal?.options.some(({ allowed }) => allowed);
  const free = proposal?.lines.some(({ quantity }) => quantity > 0);
  return (
    <section key="claim" class="orders" style="max-height:75%">
      <b>{fill(say.title, { number: around.order.number })}</b>
      {cases.map((one) => (
        <Case {...props} one={one} />
      ))}
      {proposal && may && free && <Form {...props} proposal={proposal} />}
      {proposal && !may && <p>{say.none}</p>}
      {trouble && (
        <p class="fault" role="alert">
          {trouble}
        </p>
      )}
      <div class="acts">
        <button onClick={around.leave}>{say.close}</button>
      </div>
    </section>
  );
};

/** One case of the order: where it stands, and what the buyer may do. */
const Case = ({ say, run, claim, around, one }: Props & { one: ChatCase }) => {
  const path = `/cases/${one.id}`;
  const tell = (event: Event) => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    void run('PUT', `${path}/return-parcel`, {
      carrier: `${form.get('carrier')}`.trim(),
      number: `${form.get('number')}`.trim(),
    });
  };
  const prove = (event: Event) => {
    event.preventDefault();
    const fileIds = new FormData(event.target as HTMLFormElement).getAll('file');
    if (fileIds.length > 0) void run('POST', `${path}/evidence`, { fileIds });
  };
  return (
    <div key={one.id} style="padding:6px 0;border-bottom:1px solid var(--hair)">
      <div class="sum">
        <b>{say.kinds[one.kind]}</b>
        <span>{one.amountMinor !== null && money(one.amountMinor, one.currency)}</span>
      </div>
      <small>{say.states[one.state]}</small>
      {one.decision && <small>{fill(say.answer, { text: one.decision })}</small>}
      {one.state === 'evidence_wanted' && (
        <form onSubmit={prove}>
          <Proof around={around} say={say} />
          <button type="submit" style="width:auto" disabled={claim.working}>
            {say.addProof}
          </button>
        </form>
      )}
      {one.can.includes('noteChatReturnParcel') && !one.parcelIn && (
        <form onSubmit={tell}>
          <input name="carrier" aria-label={say.carrier} placeholder={say.carrier} required />
          <input name="number" aria-label={say.number} placeholder={say.number} required />
          <button type="submit" style="width:auto" disabled={claim.working}>
            {say.sendParcel}
          </button>
        </form>
      )}
      {one.can.includes('withdrawChatCase') && !one.parcelIn && (
        <button disabled={claim.working} onClick={() => void run('PUT', `${path}/withdrawal`, {})}>
          {say.withdraw}
        </button>
      )}
    </div>
  );
};

/** Kind, goods, reason, words and pictures; what the house proposes is chosen. */
const Form = ({ claim, say, around, run, proposal }: Props & { proposal: Proposal }) => {
  const { kind, working } = claim;
  const option = proposal.options.find((one) => one.kind === kind);
  const send = (event: Event) => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const note = `${form.get('note')}`.trim();
    void run('POST', `/orders/${around.order.id}/cases`, {
      kind,
      reasonCode: form.get('reason'),
      lines: linesOf(proposal, form, kind === 'exchange'),
      fileIds: form.getAll('file'),
      ...(note && { note }),
    });
  };
  return (
    <form key="form" onSubmit={send}>
      <label>
        {say.kind}
        <select
          style={field}
          value={kind}
          onChange={(event: Event) => {
            claim.kind = (event.target as HTMLSelectElement).value as Claim['kind'];
            around.set({});
          }}
        >
          {proposal.options
            .filter(({ allowed }) => allowed)
            .map((one) => (
              <option value={one.kind} selected={one.kind === kind}>
                {say.kinds[one.kind]}
              </option>
            ))}
        </select>
      </label>
      <Lines proposal={proposal} say={say} exchanging={kind === 'exchange'} />
      <label>
        {say.reason}
        <select name="reason" key={kind} style={field}>
          {option?.reasons.map(({ code, text }) => (
            <option value={code}>{text}</option>
          ))}
        </select>
      </label>
      <label>
        {say.note}
        <textarea name="note" rows={2} maxLength={1000} />
      </label>
      <Proof around={around} say={say} />
      <div class="acts">
        <button type="submit" class="main" disabled={working}>
          {say.send}
        </button>
        {(kind === 'refund' || kind === 'return') && (
          <small style="align-self:center">
            {fill(say.amount, { amount: money(proposal.refundableMinor, proposal.currency) })}
          </small>
        )}
      </div>
    </form>
  );
};

interface LinesProps {
  proposal: Proposal;
  say: ClaimWords;
  exchanging: boolean;
}

const Lines = ({ proposal, say, exchanging }: LinesProps) => (
  <fieldset style={plain}>
    <legend style={legend}>{say.goods}</legend>
    {proposal.lines
      .filter(({ quantity }) => quantity > 0)
      .map(({ lineNo, title, quantity, variants }) => (
        <div key={`${lineNo}`}>
          <label style={tick}>
            <input
              type="checkbox"
              name="line"
              style={box}
              value={lineNo}
              checked={proposal.lines.length === 1}
            />
            {title}
          </label>
          {quantity > 1 && (
            <input
              type="number"
              style="width:84px;margin:2px 0 6px 26px"
              name={`pieces-${lineNo}`}
              min={1}
              max={quantity}
              value={quantity}
              aria-label={title}
            />
          )}
          {exchanging && variants.length > 0 && (
            <select name={`variant-${lineNo}`} aria-label={say.instead} style={field}>
              {variants.map((one) => (
                <option value={one.variantId}>
                  {Object.values(one.options).join(' / ') || one.sku}{' '}
                  {money(one.priceMinor, proposal.currency)}
                </option>
              ))}
            </select>
          )}
        </div>
      ))}
  </fieldset>
);

/** The lines that are ticked, with pieces and, for an exchange, what comes instead. */
const linesOf = ({ lines }: Proposal, form: FormData, exchanging: boolean) =>
  form.getAll('line').map((ticked) => {
    const lineNo = Number(ticked);
    const all = lines.find((line) => line.lineNo === lineNo)?.quantity ?? 1;
    const variant = form.get(`variant-${lineNo}`);
    return {
      lineNo,
      quantity: Number(form.get(`pieces-${lineNo}`) ?? all),
      ...(exchanging && variant && { newVariantId: variant }),
    };
  });

/** The buyer's own pictures of this chat. */
const Proof = ({ around, say }: { around: Around; say: ClaimWords }) => {
  const files = around
    .get()
    .messages.filter(
      ({ author, file }) => author.kind === 'buyer' && file?.mime.startsWith('image/'),
    )
    .slice(-6)
    .flatMap(({ file }) => file ?? []);
  return (
    <fieldset style={plain}>
      <legend style={legend}>{files.length > 0 ? say.proof : say.noProof}</legend>
      {files.map(({ id, name }) => (
        <label key={id} style={tick}>
          <input type="checkbox" name="file" style={box} value={id} />
          <img src={around.imageOf(id)} alt={name} width={44} height={44} />
        </label>
      ))}
    </fieldset>
  );
};
