import { h } from '../dom.ts';
import { day } from '../format.ts';
import { fill, w } from '../words.ts';
import type { View } from './app.tsx';
import { Bubble } from './bubble.tsx';
import { PendingBubble } from './pending.tsx';

const NEAR = 60;

const Line = ({ text }: { text: string | false | null | undefined }) =>
  text && <p class="line">{text}</p>;

/** The conversation, newest at the bottom, held there while the buyer is there. */
export const Messages = ({ state, act }: View) => {
  const { frame, messages, pending, older, conversation, typing } = state;
  const away = frame?.hours?.open === false && !messages.length;
  const onScroll = (event: Event) => {
    const { scrollTop, scrollHeight, clientHeight } = event.target as HTMLElement;
    act.scrolled(scrollTop > -NEAR);
    if (scrollHeight + scrollTop - clientHeight < NEAR) act.older();
  };
  let last = '';
  const newDay = (at: string) => {
    const name = day(at);
    if (name === last) return;
    last = name;
    return <Line key={name} text={name} />;
  };
  return (
    <div key="list" class="scroll" onScroll={onScroll} tabIndex={0}>
      <div class="list" role="log" aria-live={state.heard ? 'polite' : 'off'}>
        {frame && !older && <p class="bubble staff">{frame.greeting || w.hello}</p>}
        <Line text={away && (frame.awayNotice || w.away)} />
        {messages.map((message) => [
          newDay(message.at),
          <Bubble
            key={message.clientKey ?? message.id}
            message={message}
            state={state}
            act={act}
          />,
        ])}
        {pending.map((word) => (
          <PendingBubble key={word.key} word={word} state={state} act={act} />
        ))}
        <Line text={conversation?.state === 'resolved' && !pending.length && w.ended} />
        <Line text={typing && fill(w.typing, { name: typing })} />
      </div>
    </div>
  );
};
