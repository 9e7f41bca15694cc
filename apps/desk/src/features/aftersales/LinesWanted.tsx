import type { aftersales, orders } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { money } from '../../lib/format.ts';
import { Picture } from '../../ui/Picture.tsx';
import { Choice } from '../orders/acts/Choice.tsx';
import { optionText } from '../orders/orders.rules.ts';
import styles from './aftersales.module.css';

/** A line of the order that is meant, with so many pieces and what comes instead. */
export interface LineWanted {
  readonly lineNo: number;
  readonly quantity: number;
  readonly newVariantId?: string;
}

/** The whole of what is free of a line; where only one variant could come instead, that one. */
export function meant({ lineNo, quantity, variants }: Free): LineWanted {
  const [only, other] = variants;
  return { lineNo, quantity, ...(only && !other ? { newVariantId: only.variantId } : {}) };
}

type Free = aftersales.CaseProposalShape['lines'][number];

interface Props {
  readonly order: orders.OrderCardShape;
  readonly proposal: aftersales.CaseProposalShape;
  readonly exchanging: boolean;
  readonly value: readonly LineWanted[];
  readonly onChange: (value: LineWanted[]) => void;
}

/** Which goods it is about: lines that are free, pieces, and for an exchange the new variant of each. */
export function LinesWanted({ order, proposal, exchanging, value, onChange }: Props) {
  const set = (lineNo: number, next: LineWanted | undefined) =>
    onChange([...value.filter((one) => one.lineNo !== lineNo), ...(next ? [next] : [])]);
  return (
    <div>
      {proposal.lines.map((free) => {
        const line = order.lines.find(({ no }) => no === free.lineNo);
        return (
          line && (
            <OneLine
              key={free.lineNo}
              line={line}
              free={free}
              currency={order.currency}
              exchanging={exchanging}
              wanted={value.find(({ lineNo }) => lineNo === free.lineNo)}
              onChange={(next) => set(free.lineNo, next)}
            />
          )
        );
      })}
    </div>
  );
}

interface LineProps {
  readonly line: orders.OrderLineShape;
  readonly free: Free;
  readonly currency: string;
  readonly exchanging: boolean;
  readonly wanted: LineWanted | undefined;
  readonly onChange: (next: LineWanted | undefined) => void;
}

function OneLine({ line, free, currency, exchanging, wanted, onChange }: LineProps) {
  const { t } = useLingui();
  const { quantity } = free;
  return (
    <>
      <div className={styles.lineRow}>
        <label>
          <input
            type="checkbox"
            checked={wanted !== undefined}
            disabled={quantity === 0}
            onChange={(event) => onChange(event.target.checked ? meant(free) : undefined)}
          />
          <Picture url={line.pictureUrl} size={28} />
          <span>{[line.title, optionText(line.options)].filter(Boolean).join(' · ')}</span>
        </label>
        {quantity === 0 && <small>{t`in another case`}</small>}
        {wanted && quantity > 1 && (
          <input
            type="number"
            aria-label={t`Pieces`}
            min={1}
            max={quantity}
            value={wanted.quantity}
            onChange={(event) =>
              onChange({
                ...wanted,
                quantity: Math.min(Math.max(Number(event.target.value) || 1, 1), quantity),
              })
            }
          />
        )}
      </div>
      {exchanging && wanted && (
        <Choice
          label={t`Comes instead`}
          value={wanted.newVariantId}
          onChange={(newVariantId) => onChange({ ...wanted, newVariantId })}
          options={free.variants.map((one) => ({
            value: one.variantId,
            disabled: one.stock === 0,
            label: `${optionText(one.options) || one.sku} · ${money(one.priceMinor, currency)}`,
          }))}
        />
      )}
    </>
  );
}
