import type { conversations } from '@guitai/contract';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Modal } from 'antd';
import { type KeyboardEvent, useId, useState } from 'react';
import { matches } from '../../lib/pinyin.ts';
import { Face } from '../../ui/Face.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import type { ConversationActs } from './acts.ts';
import { type Colleague, useColleagues } from './members.ts';
import styles from './TransferDialog.module.css';

interface Props {
  readonly conversation: conversations.Conversation;
  readonly acts: ConversationActs;
  readonly onClose: () => void;
}

const order = { online: 0, away: 1, offline: 2 };

/** Hands a conversation to a colleague (or back to the queue) with what they should know. */
export default function TransferDialog({ conversation, acts, onClose }: Props) {
  const { t } = useLingui();
  const colleagues = useColleagues();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<string | null>();
  const [note, setNote] = useState('');
  const noteId = useId();
  const { assign } = acts;
  const people = [...colleagues.values()]
    .filter(({ memberId, name }) => memberId !== conversation.assigneeId && matches(name, query))
    .sort((a, b) => order[a.status] - order[b.status] || a.openConversations - b.openConversations);
  const give = async () => {
    if (chosen === undefined) return;
    const done = await assign.run({
      conversationId: conversation.id,
      memberId: chosen,
      holderId: conversation.assigneeId,
      ...(note.trim() ? { note: note.trim() } : {}),
    });
    if (done) onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    const inSight = chosen === null || people.some(({ memberId }) => memberId === chosen);
    if (inSight) void give();
    else if (people[0]) setChosen(people[0].memberId);
  };
  const onNoteKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void give();
  };
  return (
    <Modal
      open
      title={t`Transfer`}
      okText={t`Transfer`}
      okButtonProps={{ disabled: chosen === undefined, loading: assign.busy }}
      onOk={() => void give()}
      onCancel={onClose}
      width={460}
    >
      <input
        className={styles.search}
        // biome-ignore lint/a11y/noAutofocus: the dialog was asked for in order to find a colleague
        autoFocus
        value={query}
        onChange={({ target }) => setQuery(target.value)}
        onKeyDown={onKeyDown}
        aria-label={t`Find a colleague`}
        placeholder={t`Name or pinyin initials; Enter chooses, Enter again transfers`}
      />
      <div className={styles.people} role="radiogroup" aria-label={t`Transfer to`}>
        {conversation.assigneeId && (
          <Choice chosen={chosen === null} onChoose={() => setChosen(null)}>
            <Trans>Back to the queue</Trans>
          </Choice>
        )}
        {people.map((one) => (
          <Choice
            key={one.memberId}
            chosen={chosen === one.memberId}
            onChoose={() => setChosen(one.memberId)}
          >
            <Person one={one} />
          </Choice>
        ))}
        {people.length === 0 && (
          <p className={styles.none}>
            <Trans>No colleague has this name.</Trans>
          </p>
        )}
      </div>
      <label className={styles.note} htmlFor={noteId}>
        <Trans>What they should know (a note in the conversation)</Trans>
        <textarea
          id={noteId}
          rows={2}
          maxLength={2000}
          value={note}
          onChange={({ target }) => setNote(target.value)}
          onKeyDown={onNoteKey}
        />
      </label>
      <Refusal refusal={assign.refusal} />
    </Modal>
  );
}

function Choice({
  chosen,
  onChoose,
  children,
}: {
  chosen: boolean;
  onChoose: () => void;
  children: React.ReactNode;
}) {
  return (
    <label className={styles.choice} data-on={chosen}>
      <input type="radio" name="hand-over-to" checked={chosen} onChange={onChoose} />
      {children}
    </label>
  );
}

function Person({ one }: { one: Colleague }) {
  const { t } = useLingui();
  const words = { online: t`Available`, away: t`Away`, offline: t`Offline` };
  return (
    <>
      <Face name={one.name} size={26} status={one.status} />
      <span className={styles.name}>{one.name}</span>
      <small>
        {words[one.status]} ·{' '}
        <Plural value={one.openConversations} one="# conversation" other="# conversations" />
      </small>
    </>
  );
}
