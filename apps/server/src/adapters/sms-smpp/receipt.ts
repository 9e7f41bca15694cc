/// <reference path="./smpp.d.ts" />
import type { Pdu } from 'smpp';
import type { Told } from '../../modules/outreach/gateway.ports.ts';

/** States of a message (SMPP 3.4, 5.2.28); others say nothing final. */
const states: Readonly<Record<number, 'delivered' | 'failed'>> = {
  2: 'delivered',
  3: 'failed', // expired
  4: 'failed', // deleted
  5: 'failed', // undeliverable
  8: 'failed', // rejected
};

const words: Readonly<Record<string, 'delivered' | 'failed' | 'sent'>> = {
  DELIVRD: 'delivered',
  EXPIRED: 'failed',
  DELETED: 'failed',
  UNDELIV: 'failed',
  REJECTD: 'failed',
  ACCEPTD: 'sent',
  ENROUTE: 'sent',
};

const receiptBits = 0x04;

/** Whether a delivery carries a receipt (esm_class, SMPP 3.4, 5.2.12). */
export const isReceipt = ({ esm_class = 0 }: Pdu): boolean => (esm_class & 0x3c) === receiptBits;

const textOf = ({ short_message }: Pdu): string => {
  const message = short_message?.message ?? '';
  return typeof message === 'string' ? message : message.toString('latin1');
};

/** What a receipt says: by its parameters, else by its text (`id:… stat:… err:…`, SMPP 3.4, appendix B). */
export function receiptOf(pdu: Pdu, at: Date): Told | null {
  const text = textOf(pdu);
  const said = (name: string) => new RegExp(`\\b${name}:(\\S+)`, 'i').exec(text)?.[1];
  const providerId = pdu.receipted_message_id?.replace(/\0+$/, '') || said('id');
  const word = said('stat')?.toUpperCase() ?? '';
  const state = states[pdu.message_state ?? -1] ?? words[word];
  if (!providerId || !state) return null;
  const code =
    state === 'failed' ? `${word || pdu.message_state} ${said('err') ?? ''}`.trim() : null;
  return { kind: 'receipt', eventId: `${providerId}-${state}`, providerId, state, code, at };
}

/** A buyer's answer. The centre gives it no id: number, words and minute make it one. */
export function replyOf(pdu: Pdu, at: Date): Told {
  const from = pdu.source_addr ?? '';
  const text = textOf(pdu);
  const minute = Math.floor(at.getTime() / 60_000);
  const number = from.startsWith('+') || from.length < 8 ? from : `+${from}`;
  return {
    kind: 'reply',
    eventId: `mo-${from}-${minute}-${text.slice(0, 40)}`,
    from: number,
    text,
    at,
  };
}
