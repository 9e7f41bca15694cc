import { care, type conversations } from '@guitai/contract';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { useCommands } from '../../lib/keys.ts';
import { useAct } from '../../lib/query.ts';
import { useMay } from '../../lib/session.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from './KnowledgeLine.module.css';
import { useDiscussion } from './use-discussion.ts';

interface Props {
  readonly conversation: conversations.Conversation;
  readonly onMore: () => void;
}

/** One quiet line above the composer: the entry that answers what the buyer asked; one key sends it. */
export function KnowledgeLine(props: Props) {
  return useMay('knowledge.read') ? <Line {...props} /> : null;
}

function Line({ conversation, onMore }: Props) {
  const { t } = useLingui();
  const { id: conversationId, can } = conversation;
  const found = useDiscussion(conversation);
  const send = useAct(care.sendKnowledgeCard);
  const [away, setAway] = useState<string>();
  const best = found.data?.answers ? found.data.items[0] : undefined;
  const question = found.data?.question ?? '';
  const mark = best ? `${conversationId} ${best.id} ${question}` : undefined;
  const may = can.includes('sendMessage');
  const shown = best !== undefined && mark !== away && found.data?.waits === true;
  const sendIt = async () => {
    if (best && (await send.run({ conversationId, entryId: best.id }))) setAway(mark);
  };
  useEffect(() => {
    if (away !== undefined && !away.startsWith(conversationId)) setAway(undefined);
  }, [away, conversationId]);
  useCommands([
    {
      id: 'knowledge.send',
      name: msg`Send the suggested knowledge`,
      group: msg`Conversation`,
      key: 'w',
      possible: shown && may && !send.busy,
      run: () => void sendIt(),
    },
  ]);
  if (!shown) return send.refusal ? <Refusal refusal={send.refusal} onClose={send.reset} /> : null;
  return (
    <div className={styles.line} role="status">
      <Icon name="help" size={15} />
      <button type="button" className={styles.words} onClick={onMore} title={best.excerpt}>
        <b>{best.title}</b> <span>{best.excerpt}</span>
      </button>
      <Button small hint="w" disabled={!may} busy={send.busy} onClick={() => void sendIt()}>
        <Trans>Send</Trans>
      </Button>
      <IconButton name={t`Not now`} onClick={() => setAway(mark)}>
        <Icon name="close" size={13} />
      </IconButton>
      <Refusal refusal={send.refusal} onClose={send.reset} />
    </div>
  );
}
