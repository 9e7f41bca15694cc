import { createHash } from 'node:crypto';
import type { GatewayMaker, SendAnswer } from '../../modules/outreach/gateway.ports.ts';
import { splitText } from '../../modules/outreach/gateway.ports.ts';
import { Line, NoSession } from './session.ts';

/** The centre is full or wants us slower: later it may be yes. */
const passing = new Set([0x14, 0x58]);
const ucs2 = 8;

/** Parts carry one number in their headers, so that the telephone joins them; the same for a message tried again. */
const referenceOf = (key: string): number => createHash('sha256').update(key).digest()[0] ?? 0;

/** UTF-16, big end first. */
const wide = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

function bodyOf(text: string, alphabet: 'gsm7' | 'ucs2', udh: Buffer | null) {
  const message = alphabet === 'ucs2' ? wide(text) : text;
  if (udh === null) return message;
  return typeof message === 'string' ? { udh, message } : Buffer.concat([udh, message]);
}

async function send(
  line: Line,
  from: string,
  { key, to, text }: { key: string; to: string; text: string },
): Promise<SendAnswer> {
  const { alphabet, parts } = splitText(text);
  const reference = referenceOf(key);
  try {
    const session = await line.session();
    for (const [n, part] of parts.entries()) {
      const last = n === parts.length - 1;
      const udh = parts.length > 1 ? Buffer.from([5, 0, 3, reference, parts.length, n + 1]) : null;
      const answer = await line.submit(session, {
        ...{ source_addr: from, source_addr_ton: /^\d+$/.test(from) ? 0 : 5, source_addr_npi: 0 },
        ...{ destination_addr: to.replace(/^\+/, ''), dest_addr_ton: 1, dest_addr_npi: 1 },
        ...{ data_coding: alphabet === 'ucs2' ? ucs2 : 0, esm_class: udh ? 0x40 : 0 },
        // The last part's receipt stands for the message.
        ...{ registered_delivery: last ? 1 : 0, short_message: bodyOf(part, alphabet, udh) },
      });
      if (answer === null) return { state: 'unknown', why: 'no answer from the centre' };
      const { command_status: status, message_id: providerId } = answer;
      const code = `smpp_0x${status.toString(16)}`;
      // Some parts are out: sent once more it would come twice.
      if (status !== 0 && n > 0) return { state: 'unknown', why: code };
      if (status !== 0) return { state: 'refused', code, text: '', again: passing.has(status) };
      if (last) return { state: 'accepted', providerId: providerId ?? null, parts: parts.length };
    }
    return { state: 'not_sent', why: 'empty' };
  } catch (error) {
    if (!(error instanceof NoSession)) throw error;
    if (error.denied)
      return {
        state: 'refused',
        code: 'smpp_bind',
        text: error.message,
        again: true,
        denied: true,
      };
    return { state: 'not_sent', why: error.message };
  }
}

/** A message centre of a carrier by SMPP 3.4: long messages in parts, receipts and answers over the same connection. */
export const smppGateway: GatewayMaker = {
  kind: 'smpp',
  channels: ['sms'],
  options: ['host', 'port', 'systemId', 'from', 'tls?'],
  secrets: ['password'],
  listens: true,
  open(given) {
    const line = new Line(given);
    // Receipts and answers come by themselves: the connection stands as long as the gateway does.
    void line.session().catch(() => undefined);
    return {
      send: (message) => send(line, given.options.from ?? '', message),
      close: () => line.close(),
    };
  },
};
