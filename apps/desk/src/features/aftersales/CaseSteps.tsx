import type { aftersales } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { money } from '../../lib/format.ts';
import { When } from '../../ui/When.tsx';
import styles from './aftersales.module.css';
import { againWords, stepWords } from './aftersales.words.ts';

interface StepsProps {
  readonly steps: aftersales.CaseSheetShape['steps'];
  readonly currency: string;
}

/** What a step was called: the same state twice means that something was added. */
const wordOf = (state: aftersales.CaseStateWord, again: boolean) =>
  (again && againWords[state]) || stepWords[state];

/** The way of a case so far, oldest first. */
export function CaseSteps({ steps, currency }: StepsProps) {
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
