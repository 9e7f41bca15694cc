import { setTimeout as sleep } from 'node:timers/promises';
import type {
  Asked,
  CallbackRead,
  GatewayAnswer,
  PaymentGateway,
  PaymentWish,
  RawCallback,
  RefundWish,
} from '../../modules/payments/ports.ts';
import { Book, type Line } from './book.ts';
import { chanceOf, type Faults, noFaults } from './faults.ts';
import { proves, signed } from './signature.ts';

export type { Line } from './book.ts';
export { type Faults, noFaults } from './faults.ts';

/** How the sandbox tells: to whom, and the message as a request would carry it. */
export type Deliver = (
  notifyUrl: string,
  message: { headers: Record<string, string>; body: Buffer },
) => Promise<unknown>;

interface Settings {
  /** File of the book. */
  readonly path: string;
  readonly secret: string;
  readonly deliver: Deliver;
  readonly faults?: Faults;
  readonly seed?: number;
}

const unknown: GatewayAnswer = { state: 'unknown', failure: 'no answer' };
const referenceOf = (act: string, key: string) => `sandbox_${act}_${key}`;

/** A gateway without money that keeps a true book and may do everything wrong a gateway does. */
export class SandboxGateway implements PaymentGateway {
  readonly kind = 'sandbox' as const;
  readonly heard = { status: 200, type: 'application/json', body: '{"received":true}' };
  readonly notHeard = { status: 400, type: 'application/json', body: '{"received":false}' };
  readonly book: Book;
  faults: Faults;
  readonly #settings: Settings;
  readonly #chance: () => number;
  /** How often each refund was told; more than once is a fault of who told it. */
  readonly told = new Map<string, number>();
  readonly #held: (() => Promise<unknown>)[] = [];
  readonly #telling = new Set<Promise<unknown>>();

  constructor(settings: Settings) {
    this.#settings = settings;
    this.book = new Book(settings.path);
    this.faults = settings.faults ?? noFaults;
    this.#chance = chanceOf(settings.seed ?? Date.now());
  }

  async createPayment(wish: PaymentWish) {
    const pay = { kind: 'client', value: wish.key } as const;
    if (await this.#falls('lost')) return { ...unknown, pay: null };
    const { key, amountMinor, currency, notifyUrl } = wish;
    await this.book.add({ act: 'payment', key, amountMinor, currency, notifyUrl });
    return { state: 'accepted' as const, reference: referenceOf('payment', key), pay };
  }

  /** The payer's own doing, which at a real gateway happens in its app. */
  async settle(key: string, outcome: 'paid' | 'declined'): Promise<void> {
    const payment = await this.book.find('payment', key);
    if (!payment) throw new Error(`no payment ${key}`);
    const { line } = await this.book.add({ ...payment, act: outcome });
    await this.#tell(line, payment.notifyUrl);
  }

  async queryPayment({ key }: Asked): Promise<GatewayAnswer> {
    if (await this.#falls('lost')) return unknown;
    if (!(await this.book.find('payment', key))) return { state: 'missing' };
    return answerOf(await this.book.find('paid', key)) ?? { state: 'accepted' };
  }

  async refund(wish: RefundWish): Promise<GatewayAnswer> {
    if (await this.#falls('lost')) return unknown;
    const { key, amountMinor, currency, payment, notifyUrl } = wish;
    this.told.set(key, (this.told.get(key) ?? 0) + 1);
    const known = await this.book.find('refund', key);
    if (!known && this.#by('decline')) return { state: 'failed', failure: 'declined' };
    if (!known && !(await this.#covers(payment.key, amountMinor)))
      return { state: 'failed', failure: 'more than was paid' };
    const { line } = await this.book.add({
      act: 'refund',
      key,
      amountMinor,
      currency,
      payment: payment.key,
      notifyUrl,
    });
    await this.#tell(line, notifyUrl);
    if (await this.#falls('failAfterSuccess')) return unknown;
    return answerOf(line) ?? unknown;
  }

  async queryRefund({ key }: Asked): Promise<GatewayAnswer> {
    if (await this.#falls('lost')) return unknown;
    return answerOf(await this.book.find('refund', key)) ?? { state: 'missing' };
  }

  readCallback({ headers, body, at }: RawCallback): CallbackRead | null {
    const { secret } = this.#settings;
    if (!proves(secret, headers['sandbox-signature'], body, at)) return null;
    const told = JSON.parse(body.toString('utf8')) as { id: string; line: Line };
    const answer = answerOf(told.line);
    if (!answer) return null;
    const about = told.line.act === 'refund' ? 'refund' : 'payment';
    return { eventId: told.id, about, key: told.line.key, answer };
  }

  /** Resolves when everything that is still to be told was told. */
  async quiet(): Promise<void> {
    for (const tell of this.#held.splice(0)) await tell();
    while (this.#telling.size > 0) await Promise.all(this.#telling);
  }

  #by(fault: Exclude<keyof Faults, 'slowMs'>): boolean {
    return this.faults[fault] > 0 && this.#chance() < this.faults[fault];
  }

  /** Waits as long as it is slow, then says whether this fault strikes. */
  async #falls(fault: Exclude<keyof Faults, 'slowMs'>): Promise<boolean> {
    if (this.faults.slowMs > 0) await sleep(this.#chance() * this.faults.slowMs);
    return this.#by(fault);
  }

  async #covers(paymentKey: string, amountMinor: number): Promise<boolean> {
    const paid = await this.book.find('paid', paymentKey);
    // Payments of the sample shop were made before there was a book.
    if (!paid && !(await this.book.find('payment', paymentKey))) return true;
    if (paid?.act !== 'paid') return false;
    const gone = await this.book.refundedOf(paymentKey);
    return gone + amountMinor <= paid.amountMinor;
  }

  async #tell(line: Line, notifyUrl: string | null | undefined): Promise<void> {
    if (!notifyUrl || this.#by('silent')) return;
    const body = JSON.stringify({ id: `evt_${line.act}_${line.key}`, line });
    const times = this.#by('duplicate') ? 3 : 1;
    const tell = () => this.#deliver(notifyUrl, body, times);
    if (this.#by('reorder')) this.#held.push(tell);
    else {
      this.#track(tell());
      const late = this.#held.shift();
      if (late) this.#track(late());
    }
  }

  #track(telling: Promise<unknown>): void {
    const tracked = telling.finally(() => this.#telling.delete(tracked));
    this.#telling.add(tracked);
  }

  async #deliver(notifyUrl: string, body: string, times: number): Promise<void> {
    if (this.faults.slowMs > 0) await sleep(this.#chance() * this.faults.slowMs);
    const { secret, deliver } = this.#settings;
    const headers = { 'sandbox-signature': signed(secret, body, new Date()) };
    const message = { headers, body: Buffer.from(body) };
    for (let n = 0; n < times; n += 1) {
      // Who could not be told is told again later, as gateways do.
      await deliver(notifyUrl, message).catch(() =>
        this.#held.push(() => this.#deliver(notifyUrl, body, 1)),
      );
    }
  }
}

function answerOf(line: Line | undefined): GatewayAnswer | null {
  if (!line || line.act === 'payment') return null;
  const { act, key, amountMinor } = line;
  const reference = referenceOf(act === 'refund' ? 'refund' : 'payment', key);
  return act === 'declined'
    ? { state: 'failed', failure: 'declined', reference }
    : { state: 'confirmed', reference, amountMinor };
}
