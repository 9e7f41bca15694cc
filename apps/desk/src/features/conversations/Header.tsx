import type { conversations } from '@guitai/contract';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { dateTime } from '../../lib/format.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import type { ConversationActs } from './acts.ts';
import styles from './Header.module.css';
import { useColleagues } from './members.ts';
import { nameOf, stateNames } from './words.ts';

interface Props {
  readonly conversation: conversations.Conversation;
  readonly acts: ConversationActs;
  readonly colour: string | undefined;
  readonly memberId: string;
  readonly onTransfer: () => void;
  readonly onSnooze: () => void;
  /** Buttons of the phone: back to the list, open the order sheet. */
  readonly before?: ReactNode;
  readonly after?: ReactNode;
}

/** Who is being served, by whom, and what can be done with the conversation. */
export function Header(props: Props) {
  const { conversation, acts, colour, memberId, before, after } = props;
  const { i18n } = useLingui();
  const colleagues = useColleagues();
  const holding = colleagues.get(conversation.assigneeId ?? '');
  const holder = holding?.name;
  const mine = conversation.assigneeId === memberId;
  const isOffline = !mine && holding?.status === 'offline';
  return (
    <header className={styles.header}>
      <div className={styles.bar}>
        {before}
        <div className={styles.who}>
          <h2>{nameOf(conversation, i18n)}</h2>
          <p>
            <i style={{ background: colour }} />
            <span>{conversation.shopName}</span>
            {conversation.state !== 'open' && (
              <span className={styles.state} data-state={conversation.state}>
                {i18n._(stateNames[conversation.state])}
                {conversation.snoozedUntil && ` · ${dateTime(conversation.snoozedUntil)}`}
              </span>
            )}
            {!mine && holder && (
              <span className={styles.holder} data-offline={isOffline || undefined}>
                {isOffline ? <Trans>with {holder}, offline</Trans> : <Trans>with {holder}</Trans>}
              </span>
            )}
            {!conversation.assigneeId && conversation.state === 'open' && (
              <span className={styles.holder}>
                <Trans>in the queue</Trans>
              </span>
            )}
            <Place page={conversation.page} />
          </p>
        </div>
        <Buttons {...props} isFree={!conversation.assigneeId || isOffline} />
        {after}
      </div>
      {acts.refusal && <Refusal refusal={acts.refusal} onClose={acts.forget} />}
    </header>
  );
}

/** The page of the site the buyer wrote from. */
function Place({ page }: Pick<conversations.Conversation, 'page'>) {
  const { t } = useLingui();
  if (!page?.url || !/^https?:\/\//.test(page.url)) return null;
  const title = page.title || page.url.replace(/^https?:\/\//, '');
  return (
    <a
      className={styles.place}
      href={page.url}
      target="_blank"
      rel="noopener noreferrer"
      title={t`The page the buyer wrote from`}
    >
      {title}
    </a>
  );
}

/** `isFree`: nobody is here who serves the buyer. */
function Buttons(props: Props & { readonly isFree: boolean }) {
  const { conversation, acts, onTransfer, onSnooze, isFree } = props;
  const { t } = useLingui();
  const { may, busy } = acts;
  const more = [
    may('markSpam') && {
      key: 'spam',
      label: t`Mark as spam`,
      danger: true,
      onClick: () => void acts.spam(),
    },
    {
      key: 'link',
      label: t`Copy the address of this conversation`,
      onClick: () => void copyAddress(),
    },
  ].filter((item) => item !== false);
  const narrow = [
    may('assignConversation') && { key: 'transfer', label: t`Transfer`, onClick: onTransfer },
    may('snoozeConversation') && { key: 'snooze', label: t`Snooze`, onClick: onSnooze },
  ].filter((item) => item !== false);
  const over = conversation.state === 'resolved' || conversation.state === 'spam';
  return (
    <div className={styles.buttons}>
      {may('takeConversation') && (
        <Button
          look={isFree ? 'main' : 'line'}
          small
          hint="g"
          busy={busy}
          onClick={() => void acts.take()}
        >
          {conversation.assigneeId ? (
            <Trans context="conversation">Take over</Trans>
          ) : (
            <Trans>Take</Trans>
          )}
        </Button>
      )}
      {may('assignConversation') && (
        <Button small hint="t" className={styles.wide} onClick={onTransfer}>
          <Trans>Transfer</Trans>
        </Button>
      )}
      {conversation.state === 'snoozed' && may('wakeConversation') && (
        <Button small busy={busy} onClick={() => void acts.wake()}>
          <Trans>Wake</Trans>
        </Button>
      )}
      {may('snoozeConversation') && (
        <Button small hint="z" className={styles.wide} onClick={onSnooze}>
          <Trans>Snooze</Trans>
        </Button>
      )}
      {may('closeConversation') && (
        <Button small hint="e" busy={busy} onClick={() => void acts.close()}>
          <Trans>Resolve</Trans>
        </Button>
      )}
      {over && may('reopenConversation') && (
        <Button small hint="e" busy={busy} onClick={() => void acts.reopen()}>
          <Trans>Reopen</Trans>
        </Button>
      )}
      <span className={styles.wide}>
        <More items={more} />
      </span>
      <span className={styles.narrow}>
        <More items={[...narrow, ...more]} />
      </span>
    </div>
  );
}

function More({ items }: { items: { key: string; label: string; onClick: () => void }[] }) {
  const { t } = useLingui();
  return (
    <Menu
      items={items}
      button={(opener) => (
        <IconButton name={t`More`} {...opener}>
          <Icon name="more" />
        </IconButton>
      )}
    />
  );
}

const copyAddress = () => navigator.clipboard.writeText(location.href);
