import { useLingui } from '@lingui/react/macro';
import { Button } from '../../ui/Button.tsx';
import type { Sheet } from './NextStep.tsx';
import styles from './offers.module.css';
import { type Rung, rungWords, whyWords } from './offers.words.ts';

interface Props {
  readonly sheet: Sheet;
  readonly current: Rung | undefined;
  readonly onChoose: (rung: Rung) => void;
}

/** The whole ladder of this situation; another step is one click away, and says why it is not possible. */
export function OtherSteps({ sheet, current, onChoose }: Props) {
  const { t, i18n } = useLingui();
  if (sheet.rungs.length < 2 || sheet.rungs.every(({ possible }) => !possible)) return null;
  return (
    <ol className={styles.ladder} aria-label={t`Steps of the ladder`}>
      {sheet.rungs.map(({ rung, possible, why }) => (
        <li key={rung}>
          <Button
            small
            look={rung === current ? 'line' : 'plain'}
            disabled={!possible}
            aria-pressed={rung === current}
            title={why && whyWords[why] ? i18n._(whyWords[why]) : undefined}
            onClick={() => onChoose(rung)}
          >
            {i18n._(rungWords[rung])}
          </Button>
        </li>
      ))}
    </ol>
  );
}
