import type { Act } from '../chat.ts';
import { h } from '../dom.ts';
import type { State } from '../state.ts';
import { w } from '../words.ts';
import { Composer, Emoji } from './composer.tsx';
import { Contact } from './contact.tsx';
import { Header } from './header.tsx';
import { keepFocus } from './keep-focus.ts';
import { Messages } from './messages.tsx';
import { Strip } from './strip.tsx';
import { Team } from './team.tsx';

export interface View {
  state: State;
  act: Act;
}

/** The whole sheet. */
export const App = (view: View) => {
  const { act, state } = view;
  const { frame, conversation, pending, contact, panel, notice, online } = state;
  const ask = frame?.preChat.length && !conversation && !pending.length && !contact;
  return (
    <main
      class="sheet"
      onKeyDown={(event: KeyboardEvent) => keepFocus(event, act.close)}
      onDragOver={(event: Event) => event.preventDefault()}
      onDrop={(event: DragEvent) => {
        event.preventDefault();
        act.putFiles(event.dataTransfer?.files ?? []);
      }}
    >
      <Header {...view} />
      {!online && <p class="notice">{w.offline}</p>}
      {notice && (
        <p class="notice" role="alert">
          {notice}
        </p>
      )}
      {panel === 'team' ? <Team {...view} /> : <Messages {...view} />}
      {panel === 'orders' && state.own?.()}
      {panel === 'emoji' && <Emoji />}
      <Strip {...view} />
      {ask ? <Contact {...view} /> : frame && <Composer {...view} />}
    </main>
  );
};
