import type { conversations } from '@guitai/contract';
import { msg } from '@lingui/core/macro';
import type { ConversationActs } from '../../features/conversations/acts.ts';
import type { DraftKind } from '../../features/conversations/drafts.ts';
import { useCommands } from '../../lib/keys.ts';
import { useMay } from '../../lib/session.tsx';
import type { Panel } from './address.ts';
import type { DialogName } from './Dialogs.tsx';
import type { Inbox } from './OpenConversation.tsx';
import { useOrderKeys } from './order-keys.ts';
import { findScript } from './ScriptHelp.tsx';

interface Input {
  readonly conversation: conversations.Conversation;
  readonly acts: ConversationActs;
  readonly inbox: Inbox;
  readonly mode: DraftKind;
  readonly setMode: (mode: DraftKind) => void;
  readonly focus: () => void;
  readonly setDialog: (name: DialogName) => void;
}

const narrow = matchMedia('(max-width: 959px)');

const sideLiesOver = ({ address }: Inbox): boolean => address.sideOpen && narrow.matches;

/** What the keyboard does in an open conversation. */
export function useConversationKeys(input: Input): void {
  const { conversation, acts, inbox, mode, setMode, focus, setDialog } = input;
  const { may } = acts;
  useOrderKeys(inbox);
  const mayTask = useMay('tasks.write');
  const mayPromise = useMay('promises.make');
  const group = msg`Conversation`;
  const over = conversation.state === 'resolved' || conversation.state === 'spam';
  const write = (next: DraftKind) => {
    setMode(next);
    focus();
  };
  useCommands([
    { id: 'write', name: msg`Write a reply`, group, key: 'Enter', run: () => write('reply') },
    {
      id: 'note',
      name: msg`Write a note`,
      group,
      key: 'n',
      possible: may('addNote'),
      run: () => write(mode === 'note' ? 'reply' : 'note'),
    },
    {
      id: 'take',
      name: msg`Take the conversation`,
      group,
      key: 'g',
      possible: may('takeConversation'),
      run: () => void acts.take(),
    },
    {
      id: 'transfer',
      name: msg`Transfer`,
      group,
      key: 't',
      possible: may('assignConversation'),
      run: () => setDialog('transfer'),
    },
    {
      id: 'snooze',
      name: msg`Snooze`,
      group,
      key: 'z',
      possible: may('snoozeConversation'),
      run: () => setDialog('snooze'),
    },
    {
      id: 'resolve',
      name: over ? msg`Reopen` : msg`Resolve`,
      group,
      key: 'e',
      possible: may(over ? 'reopenConversation' : 'closeConversation'),
      run: () => void (over ? acts.reopen() : acts.close()),
    },
    { id: 'orders', name: msg`Buyer and orders`, group, key: 'o', run: () => toSide('orders') },
    {
      id: 'scripts',
      name: msg`Find a script`,
      group,
      key: '/',
      possible: may('sendMessage'),
      run: () => {
        setMode('reply');
        findScript(conversation.id);
        focus();
      },
    },
    { id: 'products', name: msg`Send a product`, group, key: 's', run: () => toSide('products') },
    {
      id: 'knowledge',
      name: msg`Knowledge for this talk`,
      group,
      key: 'q',
      run: () => toSide('knowledge'),
    },
    { id: 'offers', name: msg`Offer something`, group, key: 'b', run: () => toSide('offers') },
    {
      id: 'promise',
      name: msg`Keep what I said as a promise`,
      group,
      key: 'y',
      possible: mayPromise,
      run: () => setDialog('promise'),
    },
    { id: 'promises', name: msg`Promises to this buyer`, group, run: () => toSide('promises') },
    {
      id: 'task',
      name: msg`New task`,
      group,
      key: 'x',
      possible: mayTask,
      run: () => setDialog('task'),
    },
    {
      id: 'back',
      name: msg`Back to the list`,
      group,
      key: 'Escape',
      run: () => (sideLiesOver(inbox) ? inbox.side(undefined) : inbox.open(undefined)),
    },
  ]);

  function toSide(panel: Panel): void {
    inbox.side(panel);
    focusSide(panel === 'products' || panel === 'knowledge' ? 'input' : '[aria-selected="true"]');
  }
}

/** Puts the cursor where the panel begins; a panel that is still being loaded is waited for, as long as nobody moved on. */
function focusSide(wanted: string, frames = 120, from = document.activeElement): void {
  requestAnimationFrame(() => {
    const side = document.getElementById('side');
    const found = side?.querySelector<HTMLElement>(wanted);
    if (found || !side || frames === 0) return (found ?? side)?.focus();
    if (document.activeElement === from) focusSide(wanted, frames - 1, from);
  });
}
