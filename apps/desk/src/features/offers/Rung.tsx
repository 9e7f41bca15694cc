import type { offers, ReplyOf } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Button } from '../../ui/Button.tsx';
import { Row } from '../../ui/Rows.tsx';
import styles from './form.module.css';
import { rungWords } from './offers.words.ts';

type Step = ReplyOf<typeof offers.getOfferSettings>['ladder'][number];

interface Props {
  readonly step: Step;
  /** Counted from 1. */
  readonly place: number;
  readonly may: boolean;
  readonly onChange: (step: Step) => void;
  readonly onEarlier: () => void;
}

/** One step of the ladder: used or left out, earlier or later, and how much a price may fall. */
export function Rung({ step, place, may, onChange, onEarlier }: Props) {
  const { t, i18n } = useLingui();
  return (
    <Row
      quiet={!step.on}
      title={`${place}. ${i18n._(rungWords[step.rung])}`}
      facts={
        step.rung === 'price' && (
          <label className={styles.check}>
            <span>{t`at most`}</span>
            <input
              className={styles.small}
              inputMode="numeric"
              aria-label={t`Percent off at most`}
              disabled={!may}
              value={step.mostPercent}
              onChange={({ target }) => {
                const percent = Number(target.value.replace(/\D/g, '') || 0);
                onChange({ ...step, mostPercent: Math.min(percent, 90) });
              }}
            />
            <span>%</span>
          </label>
        )
      }
      acts={
        may && (
          <>
            <Button small look="plain" disabled={place === 1} onClick={onEarlier}>
              {t`Earlier`}
            </Button>
            <Button small look="plain" onClick={() => onChange({ ...step, on: !step.on })}>
              {step.on ? t`Leave out` : t`Use`}
            </Button>
          </>
        )
      }
    />
  );
}
