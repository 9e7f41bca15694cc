import { offers } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { moment, money, wholeInstant } from '../../lib/format.ts';
import { refresh, useAct } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from './offers.module.css';
import { outcomeWords, rungWords, stepWords } from './offers.words.ts';

/** The talk so far as a stair: each step where it stands, what it cost, by whom, and how it ended. */
export function Stair({ bargain }: { bargain: offers.BargainShape }) {
  const { t, i18n } = useLingui();
  const done = () => refresh(offers.getOfferSheet);
  const decline = useAct(offers.declineConcession, done);
  const undo = useAct(offers.undeclineConcession, done);
  const { currency, outcome, paidMinor, steps } = bargain;
  return (
    <section className={styles.stair} aria-label={t`How the talk went`}>
      <header>
        <h3>{t`How the talk went`}</h3>
        <span data-outcome={outcome}>
          {i18n._(outcomeWords[outcome])}
          {paidMinor > 0 && ` · ${money(paidMinor, currency)}`}
        </span>
      </header>
      <ol>
        {steps.map((step, n) => (
          <li
            key={step.id}
            data-state={step.state}
            style={{ marginInlineStart: Math.min(n, 6) * 14 }}
          >
            <div className={styles.stepHead}>
              <b>{i18n._(rungWords[step.rung])}</b>
              {step.costMinor > 0 && <span>{money(step.costMinor, currency)}</span>}
              <span className={styles.state}>{i18n._(stepWords[step.state])}</span>
            </div>
            <div className={styles.quiet}>
              {step.byName} <time title={wholeInstant(step.at)}>{moment(step.at)}</time>
              {step.reason && ` · ${step.reason}`}
            </div>
            {step.can.includes('declineConcession') && (
              <Button
                small
                look="plain"
                onClick={() => void decline.run({ concessionId: step.id })}
              >
                {t`Not taken`}
              </Button>
            )}
            {step.can.includes('undeclineConcession') && (
              <Button small look="plain" onClick={() => void undo.run({ concessionId: step.id })}>
                {t`Undo`}
              </Button>
            )}
          </li>
        ))}
      </ol>
      <Refusal refusal={decline.refusal ?? undo.refusal} />
    </section>
  );
}
