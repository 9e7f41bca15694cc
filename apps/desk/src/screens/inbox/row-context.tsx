import { care, conversations, type orders } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { CaseTold } from '../../features/aftersales/CaseTold.tsx';
import { type CardContext, CardView } from '../../features/care/CardView.tsx';
import type { RowContext } from '../../features/conversations/MessageRow.tsx';
import { nameOf } from '../../features/conversations/words.ts';
import { ActCardBody } from '../../features/orders/ActCardBody.tsx';
import { ActState } from '../../features/orders/ActState.tsx';
import { actTitle } from '../../features/orders/act.detail.ts';
import { parcelWords, statusWords } from '../../features/orders/orders.words.ts';
import { useAct } from '../../lib/query.ts';
import type { Inbox } from './OpenConversation.tsx';

interface Input {
  readonly conversation: conversations.Conversation;
  readonly memberId: string;
  readonly orders: readonly orders.OrderCardShape[];
  /** Order numbers in the messages, with the orders they name. */
  readonly mentioned: ReadonlyMap<string, string>;
  readonly inbox: Inbox;
}

/** What messages need from the rest of the screen: cards, order links, taking back. */
export function useRowContext({
  conversation,
  memberId,
  orders: known,
  mentioned,
  inbox,
}: Input): RowContext {
  const { i18n } = useLingui();
  const { id, can } = conversation;
  const recall = useAct(conversations.recallMessage);
  const withdraw = useAct(care.withdrawOrderCheck);
  const name = nameOf(conversation, i18n);
  const numbers = [...new Set([...known.map(({ number }) => number), ...mentioned.keys()])].join(
    '\n',
  );
  const mayRecall = can.includes('recallMessage') || can.includes('sendMessage');
  const mayWithdraw = known.some(
    (order) => order.can.includes('withdrawOrderCheck') || order.can.includes('verifyOrder'),
  );
  const { side } = inbox;
  // biome-ignore lint/correctness/useExhaustiveDependencies: acts and ways are new at every render and do the same
  return useMemo(() => {
    const onOrder = (number: string) =>
      side('orders', known.find((order) => order.number === number)?.id ?? mentioned.get(number));
    const cards: CardContext = {
      orderWord: (state) =>
        state in statusWords ? i18n._(statusWords[state as keyof typeof statusWords]) : state,
      parcelWord: (state) =>
        state in parcelWords ? i18n._(parcelWords[state as keyof typeof parcelWords]) : state,
      act: {
        title: (card) => actTitle(card, i18n),
        state: (card) => <ActState state={card.state} amountMinor={card.amountMinor} />,
        body: (card) => (
          <ActCardBody card={card}>
            <CaseTold params={card.params} />
          </ActCardBody>
        ),
      },
      onOrder,
      onWithdraw: mayWithdraw ? (checkId) => void withdraw.run({ checkId }) : undefined,
    };
    return {
      memberId,
      buyerName: name,
      orderNumbers: numbers ? numbers.split('\n') : [],
      onOrder,
      renderCard: ({ card }) => card && <CardView card={card} context={cards} />,
      onRecall: mayRecall
        ? (message) => void recall.run({ conversationId: id, messageId: message.id })
        : undefined,
    };
  }, [memberId, name, numbers, mayRecall, mayWithdraw, id, i18n.locale]);
}
