import { conversations } from '@guitai/contract';
import { msg } from '@lingui/core/macro';
import { Plural, useLingui } from '@lingui/react/macro';
import { useCommands } from '../../lib/keys.ts';
import { useAct } from '../../lib/query.ts';
import { useSelf } from '../../lib/session.tsx';
import { Button } from '../../ui/Button.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { useColleagues } from './members.ts';
import styles from './Stranded.module.css';
import { strandedIn } from './stranded.rules.ts';
import { keepConversation } from './thread.ts';

interface Props {
  /** Every open conversation the reader may see, as far as it is loaded. */
  readonly items: readonly conversations.Conversation[];
  /** No conversation is open: the key takes the first of these. */
  readonly keyed: boolean;
  readonly onTaken: (conversationId: string) => void;
}

/** Buyers who wait for a colleague that is offline, above the list; the longest waiting is taken over by one key. */
export function Stranded({ items, keyed, onTaken }: Props) {
  const { t, i18n } = useLingui();
  const { member } = useSelf();
  const colleagues = useColleagues();
  const waiting = strandedIn(
    items,
    (id) => id !== member.id && colleagues.get(id)?.status === 'offline',
  );
  const [first] = waiting;
  const take = useAct(conversations.assignConversation, (done) => {
    keepConversation(done);
    onTaken(done.id);
  });
  const run = () => {
    if (!first?.assigneeId) return;
    const { id: conversationId, assigneeId: holderId } = first;
    void take.run({ conversationId, memberId: member.id, holderId });
  };
  useCommands([
    {
      id: 'stranded.take',
      name: msg`Take over who waits longest for an offline colleague`,
      group: msg`Buyers`,
      key: 'g',
      possible: keyed && first !== undefined,
      unlisted: !keyed || first === undefined,
      run,
    },
  ]);
  if (!first && !take.refusal) return null;
  const held = [...new Set(waiting.map(({ assigneeId }) => assigneeId ?? ''))];
  const names = new Intl.ListFormat(i18n.locale).format(
    held.map((id) => colleagues.get(id)?.name ?? ''),
  );
  return (
    <div className={styles.bar} role="status">
      {first && (
        <p>
          <Plural
            value={waiting.length}
            one={`# buyer waits for somebody offline: ${names}`}
            other={`# buyers wait for somebody offline: ${names}`}
          />
        </p>
      )}
      {first && (
        <Button small look="main" busy={take.busy} onClick={run} {...(keyed ? { hint: 'g' } : {})}>
          {t({ message: 'Take over', context: 'conversation' })}
        </Button>
      )}
      <Refusal refusal={take.refusal} onClose={take.reset} />
    </div>
  );
}
