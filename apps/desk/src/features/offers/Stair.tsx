import { offers } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { moment, money, wholeInstant } from '../../lib/format.ts';
import { refresh, useAct } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from './offers.module.css';
import { rungWords, situationWords, stepWords } from './offers.words.ts';
import { TalkEnd } from './TalkEnd.tsx';

type Step = offers.ConcessionShape;

/** The talk so far as a line of time: from what it began with, round by round, to what closed it. */
export function Stair({ bargain }: { bargain: offers.BargainShape }) {
  const { t, i18n } = useLingui();
  const done = () => refresh(offers.getOfferSheet);
  const decline = useAct(offers.declineConcession, done);
  const undo = useAct(offers.undeclineConcession, done);
  const rounds = bargain.steps.filter((step) => step.state !== 'skipped').map((step) => step.id);
  const acts = (step: Step) => (
    <>
      {step.can.includes('declineConcession') && (
        <Button small look="plain" onClick={() => void decline.run({ concessionId: step.id })}>
          {t`Not taken`}
        </Button>
      )}
      {step.can.includes('undeclineConcession') && (
        <Button small look="plain" onClick={() => void undo.run({ concessionId: step.id })}>
          {t`Undo`}
        </Button>
      )}
    </>
  );
  return (
    <section className={styles.stair} aria-label={t`How the talk went`}>
      <h3>{t`How the talk went`}</h3>
      <ol>
        <li data-state="begun">
          <div className={styles.stepHead}>
            <b>{i18n._(situationWords[bargain.situation])}</b>
          </div>
          <Moment at={bargain.openedAt} />
        </li>
        {bargain.steps.map((step) => (
          <li key={step.id} data-state={step.state}>
            <div className={styles.stepHead}>
              <b>
                {rounds.includes(step.id) && <i>{rounds.indexOf(step.id) + 1}</i>}
                {i18n._(rungWords[step.rung])}
              </b>
              {step.costMinor > 0 && <span>{money(step.costMinor, bargain.currency)}</span>}
              <span className={styles.state}>{i18n._(stepWords[step.state])}</span>
            </div>
            <div className={styles.quiet}>
              {step.byName} <Moment at={step.at} />
              {step.reason && ` · ${step.reason}`}
            </div>
            {acts(step)}
          </li>
        ))}
        <TalkEnd bargain={bargain} />
      </ol>
      <Refusal refusal={decline.refusal ?? undo.refusal} />
    </section>
  );
}

/** When it was. */
const Moment = ({ at }: { at: string }) => (
  <time className={styles.quiet} dateTime={at} title={wholeInstant(at)}>
    {moment(at)}
  </time>
);
