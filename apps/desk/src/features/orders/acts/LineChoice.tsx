import type { orders } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Picture } from '../../../ui/Picture.tsx';
import { optionText } from '../orders.rules.ts';
import styles from './acts.module.css';
import { Choice } from './Choice.tsx';

interface Props {
  readonly order: Pick<orders.OrderCardShape, 'lines'>;
  readonly value: number | undefined;
  readonly onChange: (lineNo: number) => void;
}

/** Which line of the order it is about, with its picture. */
export function LineChoice({ order, value, onChange }: Props) {
  const { t } = useLingui();
  return (
    <Choice
      label={t`Line`}
      value={value === undefined ? undefined : String(value)}
      onChange={(no) => onChange(Number(no))}
      options={order.lines.map((line) => ({
        value: String(line.no),
        label: (
          <span className={styles.lineName}>
            <Picture url={line.pictureUrl} size={20} />
            <span>{[line.title, optionText(line.options)].filter(Boolean).join(' · ')}</span>
          </span>
        ),
      }))}
    />
  );
}
