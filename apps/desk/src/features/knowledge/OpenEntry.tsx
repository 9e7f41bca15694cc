import { knowledge } from '@guitai/contract';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { refresh, useAct, useReply } from '../../lib/query.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { When } from '../../ui/When.tsx';
import { BuyerCard } from './BuyerCard.tsx';
import { EntryActs } from './EntryActs.tsx';
import { EntryForm } from './EntryForm.tsx';
import { draftOf, emptyDraft, inputOf } from './entry.draft.ts';
import { stateWords } from './knowledge.words.ts';
import styles from './OpenEntry.module.css';
import { Versions } from './Versions.tsx';
import { wordsIn } from './words-in.ts';

/** One entry: its words as the buyer sees them, what may be done, its versions; or its editor. */
export function OpenEntry({ entryId }: { entryId: string }) {
  const { t } = useLingui();
  const found = useReply(knowledge.getKnowledge, { entryId });
  const [writing, setWriting] = useState(false);
  const update = useAct(knowledge.updateKnowledge, () => {
    setWriting(false);
    refresh(knowledge.getKnowledge, knowledge.listKnowledge);
  });
  if (found.error?.code === 'knowledge.not_found')
    return <Empty>{t`There is no such entry, or it is not yours to see.`}</Empty>;
  if (!found.data) return found.error ? <Refusal refusal={found.error} /> : <Lines count={8} />;
  const entry = found.data;
  const version = entry.draft ?? entry.live;
  if (writing)
    return (
      <EntryForm
        start={version ? draftOf(version, entry.topic) : emptyDraft}
        shopId={entry.shopId}
        busy={update.busy}
        act={t`Save draft`}
        above={<Refusal refusal={update.refusal} onClose={update.reset} />}
        onCancel={() => setWriting(false)}
        onSave={(draft) => void update.run({ entryId, version: entry.version, ...inputOf(draft) })}
        preview={(draft, shown) => (
          <BuyerCard
            title={draft.words[shown]?.title ?? ''}
            body={draft.words[shown]?.body ?? ''}
            pictureUrl={draft.pictureUrl || null}
          />
        )}
      />
    );
  return (
    <div className={styles.entry}>
      <Facts entry={entry} />
      <EntryActs entry={entry} onWrite={() => setWriting(true)} />
      {entry.draft && (
        <section aria-label={t`Draft`}>
          <h4>
            {entry.draft.state === 'refused' ? t`Sent back: ${entry.draft.reason}` : t`Draft`}
          </h4>
          <Shown version={entry.draft} />
        </section>
      )}
      {entry.live && (
        <section aria-label={t`What buyers are told`}>
          <h4>
            <Trans>What buyers are told</Trans>
          </h4>
          <Shown version={entry.live} />
        </section>
      )}
      <Versions entry={entry} />
    </div>
  );
}

function Shown({ version }: { version: knowledge.KnowledgeVersionShape }) {
  const { i18n } = useLingui();
  const words = wordsIn(version.words, i18n.locale);
  return (
    <>
      <BuyerCard
        title={words?.title ?? ''}
        body={words?.body ?? ''}
        pictureUrl={version.pictureUrl}
      />
      {version.questions.length > 0 && <small>{version.questions.join(' · ')}</small>}
    </>
  );
}

function Facts({ entry }: { entry: knowledge.KnowledgeEntryShape }) {
  const { t, i18n } = useLingui();
  return (
    <header className={styles.facts}>
      <h3>{entry.title}</h3>
      <p>
        <span data-state={entry.state}>{i18n._(stateWords[entry.state])}</span>
        {[entry.topic, entry.productTitle || entry.category || t`The whole shop`]
          .filter(Boolean)
          .map((one) => (
            <span key={one}>{one}</span>
          ))}
        {entry.validFrom && (
          <span>
            <Trans>from</Trans> <When at={entry.validFrom} form="dateTime" />
          </span>
        )}
        {entry.validUntil && (
          <span>
            <Trans>until</Trans> <When at={entry.validUntil} form="dateTime" />
          </span>
        )}
      </p>
      <p>
        <span>{t`${entry.views} views`}</span>
        <span>{t`sent ${entry.sends}`}</span>
        <span>{t`helped ${entry.helped}`}</span>
        <span>{t`asked again ${entry.askedAgain}`}</span>
        <code>{entry.slug}</code>
      </p>
    </header>
  );
}
