import type { access } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { holderWord, limitLeads, limitWords } from './authority.words.ts';
import { LimitCell } from './LimitCell.tsx';
import { LimitDialog } from './LimitDialog.tsx';
import styles from './LimitTable.module.css';
import { type LimitRow, limitOrder } from './limits.rules.ts';

interface Props {
  readonly rows: readonly LimitRow[];
  readonly currency: string;
  readonly shopId: string | null;
}

interface Opened {
  readonly row: LimitRow;
  readonly action: access.LimitKeyWord;
}

/** Acts down, roles and persons across; a click on a cell changes it. What was set here stands darker than a default. */
export function LimitTable({ rows, currency, shopId }: Props) {
  const { t, i18n } = useLingui();
  const [opened, setOpened] = useState<Opened>();
  const nameOf = ({ subject }: LimitRow) =>
    subject.kind === 'role' ? i18n._(holderWord(subject.role)) : subject.name;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, so the keyboard must reach it
    <section className={styles.table} aria-label={t`Limits`} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              <span className="unseen">{t`Act`}</span>
            </th>
            {rows.map((row) => (
              <th key={row.subject.id} scope="col">
                {nameOf(row)}
                {row.subject.kind !== 'role' && (
                  <small>{i18n._(holderWord(row.subject.role))}</small>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {limitOrder.map((action) => (
            <tr key={action} data-sum={action === 'total' || undefined}>
              <th scope="row">
                {i18n._(limitWords[action])}
                {limitLeads[action] && <small>{i18n._(limitLeads[action])}</small>}
              </th>
              {rows.map((row) => (
                <Cell
                  key={row.subject.id}
                  row={row}
                  action={action}
                  currency={currency}
                  name={nameOf(row)}
                  onOpen={() => setOpened({ row, action })}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {opened && (
        <LimitDialog
          {...opened}
          name={nameOf(opened.row)}
          currency={currency}
          shopId={shopId}
          onClose={() => setOpened(undefined)}
        />
      )}
    </section>
  );
}

interface CellProps extends Opened {
  readonly currency: string;
  readonly name: string;
  readonly onOpen: () => void;
}

function Cell({ row, action, currency, name, onOpen }: CellProps) {
  const { t, i18n } = useLingui();
  const limit = row.limits.find((one) => one.action === action);
  if (!limit) return <td />;
  const words = <LimitCell limit={limit} currency={currency} />;
  const own = limit.source === (row.subject.kind === 'role' ? 'role' : 'own');
  return (
    <td data-set={own || undefined}>
      {row.can.includes('setLimit') ? (
        <button
          type="button"
          onClick={onOpen}
          title={t`Change: ${name}, ${i18n._(limitWords[action])}`}
        >
          {words}
        </button>
      ) : (
        words
      )}
    </td>
  );
}
