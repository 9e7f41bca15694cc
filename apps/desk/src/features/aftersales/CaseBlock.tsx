import type { aftersales } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Link } from 'wouter';
import { Word } from '../../ui/Word.tsx';
import { reasonWord } from '../orders/acts/reason.words.ts';
import styles from './aftersales.module.css';
import { kindWords, stateWords, toneOf } from './aftersales.words.ts';
import { CaseActs } from './CaseActs.tsx';
import { CaseAmount } from './CaseAmount.tsx';
import { HistoryWords } from './CaseRow.tsx';
import { Countdown } from './Countdown.tsx';
import { Evidence } from './Evidence.tsx';

/** Cases of an order inside its card: what waits for us with its buttons, what is over in one line. */
export default function CaseBlocks({ cases }: { cases: readonly aftersales.CaseShape[] }) {
  return cases.map((one) => <CaseBlock key={one.id} one={one} />);
}

function CaseBlock({ one }: { one: aftersales.CaseShape }) {
  const { t, i18n } = useLingui();
  const over = one.dueAt === null;
  const goods = one.lines.map(({ title, quantity }) => `${title} ×${quantity}`).join(t`, `);
  return (
    <section
      className={styles.block}
      data-over={over || undefined}
      aria-label={i18n._(kindWords[one.kind])}
    >
      <div className={styles.blockHead}>
        <Link href={`/aftersales/${one.id}`}>
          <b>{i18n._(kindWords[one.kind])}</b>
        </Link>
        <CaseAmount one={one} />
        <Word tone={toneOf(one.state)}>{i18n._(stateWords[one.state])}</Word>
        <span className={styles.push} />
        <Countdown one={one} />
      </div>
      {!over && (
        <>
          <p>
            {[one.reasonText || reasonWord(one.reasonCode, i18n), goods]
              .filter(Boolean)
              .join(' · ')}
          </p>
          {one.note && <p className={styles.quote}>{one.note}</p>}
          <Evidence files={one.evidence} size={48} />
          <HistoryWords one={one} />
          <CaseActs key={one.version} one={one} />
        </>
      )}
    </section>
  );
}
