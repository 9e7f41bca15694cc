import type { conversations } from '@guitai/contract';
import type { I18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { dateTime, money } from '../../lib/format.ts';

type Params = Readonly<Record<string, unknown>>;
type Wording = (params: Params, i18n: I18n) => string;

const word = (params: Params, name: string): string => String(params[name] ?? '');

/** Words for the system lines, by code. */
const wordings: Record<string, Wording> = {
  'conversation.opened': (_, i18n) => i18n._(msg`Conversation started`),
  'conversation.continued': (_, i18n) => i18n._(msg`Continues an earlier conversation`),
  'conversation.taken': (p, i18n) => {
    const name = word(p, 'memberName');
    return i18n._(msg`${name} took the conversation`);
  },
  'conversation.assigned': (p, i18n) => {
    const name = word(p, 'memberName');
    return i18n._(msg`Given to ${name}, who was free`);
  },
  'conversation.transferred': (p, i18n) => {
    const [by, to] = [word(p, 'byName'), word(p, 'toName')];
    return to
      ? i18n._(msg`${by} transferred it to ${to}`)
      : i18n._(msg`${by} put it back into the queue`);
  },
  'conversation.handover_refused': (p, i18n) => {
    const by = word(p, 'byName');
    return i18n._(msg`${by} gave it back to the queue`);
  },
  'conversation.closed': (p, i18n) => {
    const by = word(p, 'byName');
    return i18n._(msg`${by} resolved the conversation`);
  },
  'conversation.reopened': (p, i18n) => {
    const by = word(p, 'byName');
    return p.why === 'buyer'
      ? i18n._(msg`The buyer wrote again: reopened`)
      : i18n._(msg`${by} reopened the conversation`);
  },
  'conversation.snoozed': (p, i18n) => {
    const by = word(p, 'byName');
    const until = word(p, 'until') && dateTime(word(p, 'until'));
    return until
      ? i18n._(msg`${by} snoozed it until ${until}`)
      : i18n._(msg`${by} snoozed it until the buyer writes`);
  },
  'conversation.woken': (p, i18n) => {
    const by = word(p, 'byName');
    switch (p.why) {
      case 'due':
        return i18n._(msg`Back: its time has come`);
      case 'order':
        return i18n._(msg`Back: an order of the buyer changed`);
      case 'reply':
        return i18n._(msg`Back: the buyer wrote`);
      default:
        return i18n._(msg`${by} woke the conversation`);
    }
  },
  'conversation.marked_spam': (p, i18n) => {
    const by = word(p, 'byName');
    return i18n._(msg`${by} marked it as spam`);
  },
};

/** An amount of a line, in the reader's form. */
const amount = (params: Params): string =>
  money(Number(params.amountMinor ?? 0), word(params, 'currency') || 'CNY');

/** Words for what becomes of a request for approval. */
const approvals: Record<string, Wording> = {
  'approval.requested': (p, i18n) => {
    const [by, sum] = [word(p, 'requesterName'), amount(p)];
    return i18n._(msg`${by} asked for approval: ${sum}`);
  },
  'approval.approved': (p, i18n) => {
    const [by, sum] = [word(p, 'byName'), amount(p)];
    return i18n._(msg`${by} approved ${sum}`);
  },
  'approval.refused': (p, i18n) => {
    const [by, sum, why] = [word(p, 'byName'), amount(p), word(p, 'reason')];
    return i18n._(msg`${by} refused ${sum}: ${why}`);
  },
  'approval.void': (p, i18n) => {
    const sum = amount(p);
    return i18n._(msg`The request for ${sum} is void: something changed meanwhile`);
  },
  'approval.expired': (p, i18n) => {
    const sum = amount(p);
    return i18n._(msg`The request for ${sum} expired: nobody decided in time`);
  },
  'approval.withdrawn': (p, i18n) => {
    const [by, sum] = [word(p, 'requesterName'), amount(p)];
    return i18n._(msg`${by} took the request for ${sum} back`);
  },
};

/** A system line in the reader's language; a code of a newer server is shown as it is. */
export const wordLine = ({ code, params }: conversations.Line, i18n: I18n): string =>
  (wordings[code] ?? approvals[code])?.(params, i18n) ?? code;

/** The note that came with a handover or a request; who decides about a request did not write it. */
export const lineNote = ({ code, params }: conversations.Line): string =>
  approvals[code] && code !== 'approval.requested' ? '' : word(params, 'note');
