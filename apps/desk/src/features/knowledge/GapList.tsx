import { conversations, knowledge } from '@guitai/contract';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { usePages } from '../../lib/pages.ts';
import { callAny, useAct } from '../../lib/query.ts';
import { useMay } from '../../lib/session.tsx';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { When } from '../../ui/When.tsx';
import styles from './GapList.module.css';

type Gap = knowledge.KnowledgeGapShape;

/** The answer a colleague gave there, to begin with; empty where nobody has answered or it is not ours to read. */
async function answerTo({ conversationId, seq }: Gap): Promise<string> {
  if (conversationId === null || seq === null) return '';
  const after = { conversationId, after: seq, limit: 20 };
  const found = await callAny(conversations.listMessages, after).catch(() => null);
  const answer = found?.items.find(
    ({ author, kind }) => author.kind === 'member' && kind === 'text',
  );
  return answer?.text ?? '';
}

/** KB-05: what was asked and nobody has written, asked most first; one click begins the entry. */
export function GapList({ shopId }: { shopId: string | undefined }) {
  const { t } = useLingui();
  const pages = usePages(knowledge.listKnowledgeGaps, { ...(shopId ? { shopId } : {}), limit: 60 });
  if (pages.error && !pages.items) return <Refusal refusal={pages.error} />;
  if (!pages.items) return <Lines count={9} height={56} />;
  if (pages.items.length === 0)
    return (
      <Empty>{t`Searches that found nothing and questions without an answer will stand here.`}</Empty>
    );
  return (
    <ul className={styles.list} aria-label={t`To write`}>
      {pages.items.map((gap) => (
        <GapRow key={gap.id} gap={gap} />
      ))}
      {!pages.atEnd && (
        <Button look="plain" busy={pages.busy} onClick={pages.more}>
          <Trans>More</Trans>
        </Button>
      )}
    </ul>
  );
}

function GapRow({ gap }: { gap: Gap }) {
  const { t } = useLingui();
  const [, go] = useLocation();
  const mayWrite = useMay('knowledge.write');
  const [gone, setGone] = useState(false);
  const dismiss = useAct(knowledge.dismissKnowledgeGap, () => setGone(true));
  const undo = useAct(knowledge.undismissKnowledgeGap, () => setGone(false));
  const begin = async () => {
    const body = await answerTo(gap);
    const query = new URLSearchParams({
      shop: gap.shopId,
      gap: gap.id,
      title: gap.question,
      ...(body ? { body } : {}),
    });
    if (gap.productExternalId) query.set('product', gap.productExternalId);
    go(`/library/knowledge/new?${query}`);
  };
  return (
    <li data-gone={gone || undefined}>
      <div>
        <b>{gap.question}</b>
        <small>
          {gap.source === 'search' ? t`searched ${gap.count} times` : t`asked ${gap.count} times`} ·{' '}
          <When at={gap.lastAt} form="ago" />
          {gap.productTitle && ` · ${gap.productTitle}`}
        </small>
      </div>
      {gone ? (
        <Button small onClick={() => void undo.run({ gapId: gap.id })}>
          <Trans>Undo</Trans>
        </Button>
      ) : (
        mayWrite && (
          <>
            <Button small onClick={() => void begin()}>
              <Trans>Write it</Trans>
            </Button>
            <Button
              small
              look="plain"
              busy={dismiss.busy}
              onClick={() => void dismiss.run({ gapId: gap.id })}
            >
              <Trans>Not needed</Trans>
            </Button>
          </>
        )
      )}
      <Refusal refusal={dismiss.refusal ?? undo.refusal} onClose={dismiss.reset} />
    </li>
  );
}
