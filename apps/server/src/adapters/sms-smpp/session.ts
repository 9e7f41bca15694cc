/// <reference path="./smpp.d.ts" />
import smpp, { type Pdu, type Session } from 'smpp';
import type { GatewayLine } from '../../modules/outreach/gateway.ports.ts';
import { isReceipt, receiptOf, replyOf } from './receipt.ts';

const answerMs = 10_000;
const connectMs = 8_000;
const linkMs = 30_000;
/** The centre shall try again later: what it told could not be kept (ESME_RX_T_APPN). */
const notKept = 0x64;

/** Why there is no session: nothing has left. */
export class NoSession extends Error {
  readonly denied: boolean;
  constructor(why: string, denied = false) {
    super(why);
    this.denied = denied;
  }
}

/** What the centre answered to a part; null when it did not. */
export type PartAnswer = Pdu | null;

/** One connection to a message centre, bound both ways; opened when needed and again after it broke. */
export class Line {
  readonly #line: GatewayLine;
  #session: Promise<Session> | null = null;
  #closed = false;

  constructor(line: GatewayLine) {
    this.#line = line;
  }

  /** The bound session. Throws `NoSession` when there is none to be had. */
  session(): Promise<Session> {
    this.#session ??= this.#open().catch((error) => {
      this.#session = null;
      throw error;
    });
    return this.#session;
  }

  async submit(session: Session, fields: Record<string, unknown>): Promise<PartAnswer> {
    return new Promise((done) => {
      const timer = setTimeout(() => done(null), answerMs);
      const settle = (pdu: PartAnswer) => {
        clearTimeout(timer);
        done(pdu);
      };
      session.once('close', () => settle(null));
      session.submit_sm(fields, settle, undefined, () => settle(null));
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    const session = await this.#session?.catch(() => null);
    session?.destroy();
  }

  async #open(): Promise<Session> {
    if (this.#closed) throw new NoSession('closed');
    const { host = '', port = '2775', tls } = this.#line.options;
    const address = await this.#line.hostAddress(host, Number(port));
    if (address === null) throw new NoSession(`refused address ${host}`);
    const session = smpp.connect({
      ...{ host: address, port: Number(port), connectTimeout: connectMs },
      ...(tls === 'yes' ? { tls: true, servername: host } : {}),
      auto_enquire_link_period: linkMs,
    });
    session.on('close', () => {
      this.#session = null;
    });
    session.on('deliver_sm', (pdu: Pdu) => void this.#heard(session, pdu));
    session.on('enquire_link', (pdu: Pdu) => session.send(pdu.response()));
    await this.#bind(session, tls === 'yes' ? 'secureConnect' : 'connect');
    return session;
  }

  #bind(session: Session, ready: string): Promise<void> {
    const { systemId = '' } = this.#line.options;
    const { password = '' } = this.#line.secrets;
    return new Promise((done, fail) => {
      const timer = setTimeout(() => {
        session.destroy();
        fail(new NoSession('no answer to the bind'));
      }, connectMs);
      session.on('error', (error: Error) => fail(new NoSession(error.message)));
      session.on('close', () => {
        clearTimeout(timer);
        fail(new NoSession('the centre closed the connection'));
      });
      session.once(ready, () =>
        session.bind_transceiver({ system_id: systemId, password }, ({ command_status }) => {
          clearTimeout(timer);
          if (command_status === 0) return done();
          session.destroy();
          fail(new NoSession(`bind refused: 0x${command_status.toString(16)}`, true));
        }),
      );
    });
  }

  /** What the centre tells is answered when it is committed, and told again when it could not be. */
  async #heard(session: Session, pdu: Pdu): Promise<void> {
    const at = this.#line.now();
    const told = isReceipt(pdu) ? receiptOf(pdu, at) : replyOf(pdu, at);
    try {
      if (told) await this.#line.hear([told]);
      session.send(pdu.response());
    } catch {
      session.send(pdu.response({ command_status: notKept }));
    }
  }
}
