import { outreach } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useFresh } from '../../lib/fresh.ts';
import { refresh, useAct, useReply } from '../../lib/query.ts';
import { useMay } from '../../lib/session.tsx';
import { Button } from '../../ui/Button.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { Word } from '../../ui/Word.tsx';
import { TakeBack } from './OptOutList.tsx';
import styles from './outreach.module.css';
import { channels, sources, topics } from './outreach.words.ts';

/** What a buyer does not want to get, in a line each; noted here when they say so to a person. */
export function BuyerOptOuts({ buyerId, shopId }: { buyerId: string; shopId: string | null }) {
  const { t, i18n } = useLingui();
  const may = useMay('outreach.read');
  const mayNote = useMay('outreach.opt_out');
  const { data } = useReply(
    outreach.listOptOuts,
    { buyerId, standing: true, limit: 20 },
    { when: may },
  );
  useFresh(['outreach.opted_out'], [outreach.listOptOuts], 300);
  const note = useAct(outreach.createOptOut, () => refresh(outreach.listOptOuts));
  if (!data) return null;
  const hasMarketing = data.items.some(
    ({ channel, topic }) => channel === 'all' && topic !== 'service',
  );
  return (
    <>
      {data.items.map((one) => (
        <div key={one.id} className={styles.buyer}>
          <Word tone="soon" title={i18n._(sources[one.source])}>
            {t`Opted out`}: {i18n._(channels[one.channel])}, {i18n._(topics[one.topic])}
          </Word>
          <TakeBack optOut={one} />
        </div>
      ))}
      {mayNote && shopId && !hasMarketing && (
        <Button
          small
          look="plain"
          busy={note.busy}
          onClick={() => void note.run({ buyerId, shopId, channel: 'all', topic: 'marketing' })}
        >
          {t`Stop marketing messages`}
        </Button>
      )}
      <Refusal refusal={note.refusal} onClose={note.reset} />
    </>
  );
}
