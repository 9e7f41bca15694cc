import type { aftersales } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Word } from '../../ui/Word.tsx';
import { reasonWord } from '../orders/acts/reason.words.ts';
import styles from './aftersales.module.css';
import { kindWords, stateWords, toneOf } from './aftersales.words.ts';
import { CaseActs } from './CaseActs.tsx';
import { CaseAmount } from './CaseAmount.tsx';
import { CaseFacts } from './CaseFacts.tsx';
import { CaseGoods } from './CaseGoods.tsx';
import { HistoryWords } from './CaseRow.tsx';
import { CaseSteps } from './CaseSteps.tsx';
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
      {one.lines.length > 0 && <CaseGoods one={one} />}
      <section className={styles.part}>
        <CaseFacts one={one} />
      </section>
      <section className={styles.part}>
        <h3>{t`What happened`}</h3>
        <CaseSteps steps={one.steps} currency={one.currency} />
      </section>
    </article>
  );
}
