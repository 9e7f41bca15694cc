import type { aftersales } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { money } from '../../lib/format.ts';
import { Picture } from '../../ui/Picture.tsx';
import { When } from '../../ui/When.tsx';
import { Word } from '../../ui/Word.tsx';
import { reasonWord } from '../orders/acts/reason.words.ts';
import { optionText } from '../orders/orders.rules.ts';
import { paymentWords } from '../orders/orders.words.ts';
import styles from './aftersales.module.css';
import {
  againWords,
  inspectionWords,
  kindWords,
  stateWords,
  stepWords,
  toneOf,
} from './aftersales.words.ts';
import { CaseActs } from './CaseActs.tsx';
import { CaseAmount } from './CaseAmount.tsx';
import { HistoryWords } from './CaseRow.tsx';
import { Countdown } from './Countdown.tsx';
import { Evidence } from './Evidence.tsx';

/** Everything about a case: goods and what comes instead, why, proof, money, parcels, and its way so far. */
export function CaseSheet({ one }: { one: aftersales.CaseSheetShape }) {
  const { t, i18n } = useLingui();
  return (
    <article className={styles.sheet} aria-label={t`Case of order ${one.orderNumber}`}>
      <div>
        <header className={styles.head}>
          <h2>{i18n._(kindWords[one.kind])}</h2>
          <Word tone={toneOf(one.state)}>{i18n._(stateWords[one.state])}</Word>
          <Countdown one={one} />
          <span className={styles.push} />
          <span className={styles.sum}>
            <CaseAmount one={one} />
          </span>
        </header>
        <p>
          {one.reasonText || reasonWord(one.reasonCode, i18n)}
          {' · '}
          <HistoryWords one={one} />
        </p>
      </div>
      {one.note && <p className={styles.quote}>{one.note}</p>}
      <Evidence files={one.evidence} size={88} />
      <CaseActs key={`${one.id} ${one.version}`} one={one} inHand />
      {one.lines.length > 0 && <Goods one={one} />}
      <section className={styles.part}>
        <CaseFacts one={one} />
      </section>
      <section className={styles.part}>
        <h3>{t`What happened`}</h3>
        <Steps steps={one.steps} currency={one.currency} />
      </section>
    </article>
  );
}

/** The goods of a case, with what comes instead. */
export function Goods({ one }: { one: Pick<aftersales.CaseShape, 'lines' | 'currency'> }) {
  const { t } = useLingui();
  return (
    <section className={styles.part}>
      <ul className={styles.goods}>
        {one.lines.map((line) => (
          <li key={line.lineNo}>
            <Picture url={line.pictureUrl} size={44} />
            <span className={styles.goodsWords}>
              <span>
                {line.title} ×{line.quantity}
              </span>
              <small>{optionText(line.options) || line.sku}</small>
              {line.newOptions && (
                <small className={styles.instead}>
                  {t`→ ${optionText(line.newOptions) || line.newSku}`}
                  {line.newUnitMinor !== null && ` · ${money(line.newUnitMinor, one.currency)}`}
                </small>
              )}
            </span>
            <span>{money(line.unitMinor, one.currency)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function CaseFacts({ one }: { one: aftersales.CaseSheetShape }) {
  const { t, i18n } = useLingui();
  const kind = one.payee.methodKind ?? 'other';
  const payee =
    one.payee.to === 'original'
      ? t`Back to what paid`
      : `${i18n._(paymentWords[kind])} ${one.payee.label}`;
  const parcel = (of: aftersales.CaseShape['parcelIn']) => of && `${of.carrier} ${of.number}`;
  const facts: readonly (readonly [string, string | null])[] = [
    [t`Money`, one.amountMinor === null && one.differenceMinor === null ? null : payee],
    [t`Left to refund`, money(one.refundableMinor, one.currency)],
    [t`Return postage`, one.postageBy === 'shop' ? t`The shop pays` : t`The buyer pays`],
    [t`Sent back with`, parcel(one.parcelIn)],
    [
      t`Inspection`,
      one.inspection &&
        [i18n._(inspectionWords[one.inspection.result]), one.inspection.note]
          .filter(Boolean)
          .join(' · '),
    ],
    [t`Sent out with`, parcel(one.parcelOut)],
    [t`Answer to the buyer`, one.decision || null],
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(
        ([name, value]) =>
          value && (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

interface StepsProps {
  readonly steps: aftersales.CaseSheetShape['steps'];
  readonly currency: string;
}

/** What a step was called: the same state twice means that something was added. */
const wordOf = (state: aftersales.CaseStateWord, again: boolean) =>
  (again && againWords[state]) || stepWords[state];

/** The way of a case so far, oldest first. */
function Steps({ steps, currency }: StepsProps) {
  const { t, i18n } = useLingui();
  return (
    <ol className={styles.steps}>
      {steps.map((step, n) => (
        <li key={step.id}>
          <p>
            <span>
              {i18n._(
                wordOf(
                  step.state,
                  steps.slice(0, n).some(({ state }) => state === step.state),
                ),
              )}
            </span>
            {step.amountMinor !== null && step.amountMinor !== 0 && (
              <b>{money(step.amountMinor, currency)}</b>
            )}
            <small>
              {step.byName || (step.byKind === 'system' ? t`Guitai` : '')} <When at={step.at} />
            </small>
          </p>
          {step.note && <small>{step.note}</small>}
        </li>
      ))}
    </ol>
  );
}
