import { useLingui } from '@lingui/react/macro';
import { Button } from '../../../ui/Button.tsx';
import { Word } from '../../../ui/Word.tsx';
import styles from './acts.module.css';
import type { AddressParts, Reading } from './address.rules.ts';
import { problemWords } from './problem.words.ts';

type Region = Pick<AddressParts, 'province' | 'city' | 'district'>;

/** Whether the parts of the region belong together, in one word. */
export function RegionWord({ reading }: { reading: Reading | undefined }) {
  const { t } = useLingui();
  switch (reading?.region) {
    case 'checked':
      return <Word tone="good">{t`Region checked`}</Word>;
    case 'contradictory':
      return <Word tone="late">{t`Region not clear`}</Word>;
    case 'unknown':
      return <Word tone="soon">{t`Region unknown`}</Word>;
    case 'foreign':
      return <Word>{t`Abroad, region not checked`}</Word>;
    default:
      return null;
  }
}

interface Props {
  readonly reading: Reading;
  readonly onRegion: (region: Region) => void;
}

/** Why a person should look, the regions it might be, and what found no place. */
export function AddressDoubts({ reading, onRegion }: Props) {
  const { t, i18n } = useLingui();
  const words = reading.problems.flatMap((one) =>
    Object.hasOwn(problemWords, one)
      ? [i18n._(problemWords[one as keyof typeof problemWords])]
      : [],
  );
  const { choices, rest } = reading;
  if (words.length + choices.length === 0 && rest === '') return null;
  return (
    <div className={styles.doubts}>
      {words.map((one) => (
        <p key={one}>{one}</p>
      ))}
      {rest && <p>{t`Not placed: ${rest}`}</p>}
      {choices.length > 0 && (
        <div className={styles.line}>
          {choices.map((one) => {
            const name = [...new Set(Object.values(one))].filter(Boolean).join(' ');
            return (
              <Button key={name} small onClick={() => onRegion(one)}>
                {name}
              </Button>
            );
          })}
        </div>
      )}
    </div>
  );
}
