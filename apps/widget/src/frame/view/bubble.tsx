import { h } from '../dom.ts';
import { clock } from '../format.ts';
import type { Message } from '../types.ts';
import { fill, w } from '../words.ts';
import type { View } from './app.tsx';
import { CardView } from './cards.tsx';
import { FileView } from './file.tsx';
import { RichText } from './rich-text.tsx';

/** Lines of the system that mean something to a buyer, with the parameter that names the person now serving. */
const serving: Record<string, string> = {
  'conversation.taken': 'memberName',
  'conversation.assigned': 'memberName',
  'conversation.transferred': 'toName',
};

/** One message: who, what, when, and whether the team has seen it. */
export const Bubble = ({ message, ...view }: View & { message: Message }) => {
  const { author, line, card, file, text, at, recalledAt, seq, conversationId } = message;
  if (line) {
    const name = line.params[serving[line.code] ?? ''];
    return name ? <p class="line">{fill(w.joined, { name })}</p> : null;
  }
  const mine = author.kind === 'buyer';
  const { conversation } = view.state;
  const read = conversation?.id !== conversationId || seq <= conversation.staffReadSeq;
  return (
    <div class={`bubble ${mine ? 'mine' : 'staff'} ${card ? 'wide' : ''}`}>
      <small class={mine ? 'sr' : ''}>{mine ? w.you : author.name || w.shop}</small>
      {recalledAt && <em>{w.recalled}</em>}
      {text && <RichText text={text} />}
      {file && <FileView file={file} {...view} />}
      {card && <CardView card={card} {...view} />}
      <small class="time">
        {clock(at)}{' '}
        {mine && (
          <span role="img" aria-label={read ? w.read : w.sent}>
            {read ? '✓✓' : '✓'}
          </span>
        )}
      </small>
    </div>
  );
};
