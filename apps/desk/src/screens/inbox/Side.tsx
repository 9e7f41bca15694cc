import type { conversations, workbench } from '@guitai/contract';
import { Trans, useLingui } from '@lingui/react/macro';
import { Suspense } from 'react';
import { BuyerHead } from '../../features/buyers/BuyerHead.tsx';
import { nameOf } from '../../features/conversations/words.ts';
import { BuyerOptOuts } from '../../features/outreach/BuyerOptOuts.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { BuyerTools } from './BuyerTools.tsx';
import { FollowupTools } from './FollowupTools.tsx';
import styles from './InboxScreen.module.css';
import type { Inbox } from './OpenConversation.tsx';
import { panelBodies } from './panels.tsx';
import { SideTabs } from './SideTabs.tsx';

interface Props {
  readonly conversation: conversations.Conversation;
  readonly counter: workbench.CounterShape;
  readonly inbox: Inbox;
  readonly onChange: () => void;
}

/** Right: the buyer, and what they bought or may buy. */
export function Side({ conversation, counter, inbox, onChange }: Props) {
  const { t, i18n } = useLingui();
  const { buyer, orders } = counter;
  const { panel } = inbox.address;
  const Body = panelBodies[panel];
  return (
    <aside id="side" className={styles.side} aria-label={t`Buyer and orders`} tabIndex={-1}>
      <span className={styles.onlyNarrow}>
        <div className={styles.sideBar}>
          <IconButton name={t`Back to the chat`} onClick={() => inbox.side(undefined)}>
            <Icon name="back" />
          </IconButton>
          <b>
            <Trans>Buyer and orders</Trans>
          </b>
        </div>
      </span>
      <div className={styles.sideScroll}>
        {buyer && (
          <BuyerHead
            buyer={buyer}
            name={nameOf(conversation, i18n)}
            spend={orders.spend}
            onChange={onChange}
          >
            <BuyerTools buyer={buyer} onChange={onChange}>
              <BuyerOptOuts buyerId={buyer.id} shopId={conversation.shopId} />
              <FollowupTools conversation={conversation} counter={counter} />
            </BuyerTools>
          </BuyerHead>
        )}
        <SideTabs
          panel={panel}
          onChange={(next) => inbox.side(next)}
          orderCount={orders.items.length}
          more={orders.more}
        />
        <Suspense fallback={null}>
          <Body conversation={conversation} counter={counter} inbox={inbox} onChange={onChange} />
        </Suspense>
      </div>
    </aside>
  );
}
