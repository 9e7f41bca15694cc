import { followups } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { count, money, percent } from '../../lib/format.ts';
import { useFresh } from '../../lib/fresh.ts';
import { useReply } from '../../lib/query.ts';
import { Empty } from '../../ui/Empty.tsx';
import { FilterSelect } from '../../ui/FilterSelect.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { Contacts, type Narrow } from './Contacts.tsx';
import { reasonNames, stageNames } from './followup.words.ts';
import styles from './followups.module.css';
import { OverTime } from './OverTime.tsx';

const stages = ['contacted', 'replied', 'ordered', 'paid'] as const;
const dayMs = 86_400_000;

/** Whole days up to midnight, so that the same figures are asked for all day. */
const spanOf = (days: number) => {
  const to = new Date().setHours(24, 0, 0, 0);
  return { from: new Date(to - days * dayMs).toISOString(), to: new Date(to).toISOString() };
};

interface Props {
  readonly shopId: string | undefined;
  /** Before the filters. */
  readonly lead: ReactNode;
}

/** How far contacts came: over time, all, by reason, by person; a click shows whom. */
export default function Results({ shopId, lead }: Props) {
  const { t, i18n } = useLingui();
  const [days, setDays] = useState('30');
  const span = { ...spanOf(Number(days)), ...(shopId ? { shopId } : {}) };
  const { data, error } = useReply(followups.getFollowupResults, span, { keepPrevious: true });
  useFresh(['followup.'], [followups.getFollowupResults], 2_000);
  const [shown, setShown] = useState<Narrow>();
  if (error) return <Refusal refusal={error} />;
  if (!data) return <Lines count={6} />;
  const nameOf = (key: string) =>
    key in reasonNames ? i18n._(reasonNames[key as keyof typeof reasonNames]) : key;
  return (
    <>
      <div className={styles.bar}>
        {lead}
        <FilterSelect
          name={t`Time`}
          value={days}
          width={150}
          onChange={(next) => setDays(next ?? '30')}
          options={[
            { value: '7', label: t`last 7 days` },
            { value: '30', label: t`last 30 days` },
            { value: '90', label: t`last 90 days` },
            { value: '365', label: t`last year` },
          ]}
        />
        <a href={`/api/followup-export?${new URLSearchParams(span)}`} download>
          <Icon name="import" size={14} /> {t`Export as CSV`}
        </a>
      </div>
      {data.all.contacted === 0 ? (
        <Empty
          act={<Link href="/marketing/followups">{t`To those who wait to be contacted`}</Link>}
        >{t`Nobody was contacted in this time. What comes of each contact will stand here.`}</Empty>
      ) : (
        <>
          <div className={styles.top}>
            <OverTime
              steps={data.steps}
              onOpen={({ from, to }) => setShown({ stage: 'contacted', from, to })}
            />
            <Funnel
              title={t`From the contact to the payment`}
              funnel={data.all}
              onStage={(stage) => setShown({ stage })}
            />
          </div>
          <h3>{t({ message: 'By reason', context: 'followup' })}</h3>
          <div className={styles.charts}>
            {data.reasons.map((funnel) => (
              <Funnel
                key={funnel.key}
                title={nameOf(funnel.key)}
                funnel={funnel}
                onStage={(stage) =>
                  setShown({ stage, reason: funnel.key as followups.FollowupReasonWord })
                }
              />
            ))}
          </div>
          <h3>{t({ message: 'By person', context: 'followup' })}</h3>
          <div className={styles.charts}>
            {data.people.map((funnel) => (
              <Funnel
                key={funnel.key}
                title={funnel.name || t`By itself`}
                funnel={funnel}
                onStage={(stage) => setShown({ stage, by: funnel.key || 'itself' })}
              />
            ))}
          </div>
        </>
      )}
      {shown && <Contacts span={span} narrow={shown} onClose={() => setShown(undefined)} />}
    </>
  );
}

interface FunnelProps {
  readonly title: string;
  readonly funnel: followups.FollowupFunnelShape;
  readonly onStage: (stage: followups.FollowupStageWord) => void;
}

/** Contacted, replied, ordered, paid and kept: how many are left at each step. */
function Funnel({ title, funnel, onStage }: FunnelProps) {
  const { t, i18n } = useLingui();
  const whole = funnel.contacted;
  const back = funnel.reversed;
  return (
    <figure className={styles.funnel}>
      <figcaption>{title}</figcaption>
      <ol>
        {stages.map((stage) => (
          <li key={stage}>
            <button type="button" onClick={() => onStage(stage)}>
              <span>{i18n._(stageNames[stage])}</span>
              <span className={styles.track}>
                <i style={{ width: `${whole === 0 ? 0 : (100 * funnel[stage]) / whole}%` }} />
              </span>
              <span className={styles.n}>
                {count(funnel[stage])}
                {stage !== 'contacted' && whole > 0 && (
                  <small> {percent(funnel[stage] / whole)}</small>
                )}
              </span>
            </button>
          </li>
        ))}
      </ol>
      <p className={styles.soft}>
        {funnel.amounts
          .map(({ amountMinor, currency }) => money(amountMinor, currency))
          .join(' + ')}
        {back > 0 && <> {t`· ${back} given back, not counted`}</>}
      </p>
    </figure>
  );
}
