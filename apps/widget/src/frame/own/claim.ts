/** After-sales of an own order, asked for in the chat. */
import type { aftersales, ReplyOf } from '@guitai/contract';
import { type Call, isRefusal } from '../api.ts';
import type { Child } from '../dom.ts';
import type { ChatStore } from '../state.ts';
import type { CardOrder } from '../types.ts';
import { locale } from '../words.ts';
import { texts } from './claim.words.ts';
import { ClaimView } from './view.tsx';

export type Proposal = ReplyOf<typeof aftersales.getChatCaseProposal>;
export type ChatCase = ReplyOf<typeof aftersales.openChatCase>;
type Kind = Proposal['kind'];

/** What the own orders are given of the chat. */
export interface Chat {
  readonly call: Call;
  readonly get: ChatStore['get'];
  readonly set: ChatStore['set'];
  /** Address of a picture's bytes; empty until they are here. */
  readonly imageOf: (fileId: string) => string;
  /** Puts the card of an order into the chat. */
  readonly send: (orderId: string) => void;
}

/** The same, for one order. */
export interface Around extends Chat {
  readonly order: CardOrder;
  readonly leave: () => void;
}

/** What the form shows. */
export interface Claim {
  proposal?: Proposal;
  cases: readonly ChatCase[];
  kind?: Kind;
  working?: boolean;
  trouble?: string;
}

/** Opens the form for an order; gives the view to be drawn in the chat. */
export function openClaim(around: Around): () => Child {
  const { call, order, set } = around;
  const claim: Claim = { cases: [] };
  const say = texts[locale];

  const read = async () => {
    const query = `?orderId=${order.id}`;
    const [proposal, own] = await Promise.all([
      call<typeof aftersales.getChatCaseProposal>('GET', `/orders/${order.id}/case-proposal`),
      call<typeof aftersales.listChatCases>('GET', `/cases${query}`),
    ]);
    if (isRefusal(proposal)) claim.trouble = proposal.detail;
    else {
      const may = proposal.options.filter(({ allowed }) => allowed);
      claim.proposal = proposal;
      claim.kind ??= (may.find(({ kind }) => kind === proposal.kind) ?? may[0])?.kind;
    }
    if (!isRefusal(own)) claim.cases = own.items;
    set({});
  };

  /** One call; afterwards everything stands as the server has it. */
  const run = async (method: 'POST' | 'PUT', path: string, body: unknown) => {
    claim.working = true;
    claim.trouble = '';
    set({});
    const reply = await call<typeof aftersales.openChatCase>(method as 'POST', path, {
      key: crypto.randomUUID(),
      body,
    });
    claim.working = false;
    if (isRefusal(reply)) claim.trouble = reply.detail;
    await read();
  };

  /** A word in the chat may tell of a step: what stands here is read again. */
  let heard = -1;
  return () => {
    const { messages } = around.get();
    if (messages.length !== heard) {
      heard = messages.length;
      void read();
    }
    return ClaimView({ claim, say, around, run });
  };
}

export type Run = (method: 'POST' | 'PUT', path: string, body: unknown) => Promise<void>;
