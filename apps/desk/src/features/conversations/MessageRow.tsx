import type { conversations } from '@guitai/contract';
import { Trans, useLingui } from '@lingui/react/macro';
import { memo, type ReactNode } from 'react';
import { Link } from 'wouter';
import { clockTime, wholeInstant } from '../../lib/format.ts';
import { Face } from '../../ui/Face.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { FileMessage } from './FileMessage.tsx';
import { lineNote, wordLine } from './lines.ts';
import styles from './Message.module.css';
import { MessageText } from './MessageText.tsx';
import { isOnlyEmoji } from './text.rules.ts';

type Message = conversations.Message;

export interface RowContext {
  readonly memberId: string;
  readonly buyerName: string;
  readonly orderNumbers: readonly string[];
  readonly onOrder: (number: string) => void;
  readonly renderCard: (message: Message) => ReactNode;
  /** Undefined where the reader may not take messages back at all. */
  readonly onRecall: ((message: Message) => void) | undefined;
}

interface Props {
  readonly message: Message;
  /** Same author a moment before: no face, no name. */
  readonly joined: boolean;
  /** The buyer has seen it; only for what the team wrote. */
  readonly seen: boolean;
  readonly context: RowContext;
}

/** One message of a thread. */
export const MessageRow = memo(function MessageRow(props: Props) {
  const { message } = props;
  if (message.kind === 'line' && message.line) return <Line message={message} />;
  if (message.kind === 'note') return <Note {...props} />;
  return <Spoken {...props} />;
});

/** The line's words; where it tells of an earlier conversation, they lead there. */
function Wording({ line }: { line: conversations.Line }) {
  const { i18n } = useLingui();
  const words = wordLine(line, i18n);
  const earlier = line.params.previousConversationId;
  if (typeof earlier !== 'string') return words;
  return <Link href={`/inbox/resolved/${earlier}`}>{words}</Link>;
}

function Line({ message }: { message: Message }) {
  const { line, at } = message;
  if (!line) return null;
  const note = lineNote(line);
  return (
    <div className={styles.line}>
      <span>
        <Wording line={line} /> · <time dateTime={at}>{clockTime(at)}</time>
      </span>
      {note && <q>{note}</q>}
    </div>
  );
}

function Note({ message, context }: Props) {
  const { author, at, text } = message;
  return (
    <div className={styles.note}>
      <header>
        <Icon name="note" size={14} />
        <span>
          <Trans>Note, only for the team</Trans>
        </span>
        <b>{author.name}</b>
        <Recall message={message} context={context} />
        <time dateTime={at} title={wholeInstant(at)}>
          {clockTime(at)}
        </time>
      </header>
      <div className={styles.words}>
        {message.recalledAt ? (
          <Recalled name={author.name} />
        ) : (
          <MessageText text={text} {...context} />
        )}
      </div>
    </div>
  );
}

function Spoken({ message, joined, seen, context }: Props) {
  const ours = message.author.kind !== 'buyer';
  const { t } = useLingui();
  const name = ours ? message.author.name || t`Shop` : context.buyerName;
  const bare = message.kind === 'image' || message.kind === 'card' || isOnlyEmoji(message.text);
  return (
    <div className={styles.spoken} data-ours={ours} data-joined={joined}>
      <span className={styles.face}>{!joined && <Face name={name} size={30} />}</span>
      <div className={styles.body}>
        {!joined && ours && <span className={styles.author}>{name}</span>}
        <div
          className={bare && !message.recalledAt ? styles.bare : styles.bubble}
          data-emoji={isOnlyEmoji(message.text)}
        >
          <Content message={message} context={context} name={name} />
        </div>
      </div>
      <span className={styles.foot}>
        <Recall message={message} context={context} />
        <time dateTime={message.at} title={wholeInstant(message.at)}>
          {clockTime(message.at)}
        </time>
        {ours && <Ticks seen={seen} />}
      </span>
    </div>
  );
}

function Content({
  message,
  context,
  name,
}: Pick<Props, 'message' | 'context'> & { name: string }) {
  if (message.recalledAt) return <Recalled name={name} />;
  if (message.card) return context.renderCard(message);
  if (message.file) return <FileMessage file={message.file} />;
  return (
    <div className={styles.words}>
      <MessageText text={message.text} {...context} />
    </div>
  );
}

const Recalled = ({ name }: { name: string }) => (
  <em className={styles.recalled}>
    <Trans>{name} took a message back</Trans>
  </em>
);

/** One tick: the server has it. Two: the buyer has seen it. */
function Ticks({ seen }: { seen: boolean }) {
  const { t } = useLingui();
  const words = seen ? t`Seen by the buyer` : t`Sent`;
  return (
    <span className={styles.ticks} data-seen={seen} title={words}>
      <Icon name={seen ? 'checks' : 'check'} size={14} />
      <span className="unseen">{words}</span>
    </span>
  );
}

const recallable = 120_000;

function Recall({ message, context }: Pick<Props, 'message' | 'context'>) {
  const { t } = useLingui();
  const own = message.author.kind === 'member' && message.author.id === context.memberId;
  const fresh = Date.now() - Date.parse(message.at) < recallable;
  if (!context.onRecall || !own || !fresh || message.recalledAt || message.kind === 'card')
    return null;
  return (
    <button
      type="button"
      className={styles.recall}
      onClick={() => context.onRecall?.(message)}
      title={t`Take this message back`}
    >
      <Icon name="undo" size={14} />
      <span className="unseen">{t`Take this message back`}</span>
    </button>
  );
}
