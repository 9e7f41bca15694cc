import { aftersales } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { amountText, readAmount } from '../../lib/amount.ts';
import { money } from '../../lib/format.ts';
import { refresh, useReply } from '../../lib/query.ts';
import { ActForm } from '../orders/acts/ActForm.tsx';
import { AmountField } from '../orders/acts/AmountField.tsx';
import type { FormProps } from '../orders/acts/act.types.ts';
import acts from '../orders/acts/acts.module.css';
import { Choice } from '../orders/acts/Choice.tsx';
import { Ready } from '../orders/acts/Ready.tsx';
import { Reasons } from '../orders/acts/Reasons.tsx';
import styles from './aftersales.module.css';
import { kindWords, principleWords } from './aftersales.words.ts';
import { LinesWanted, type LineWanted, meant } from './LinesWanted.tsx';

/** Opens a case: what the house principles propose is chosen, goods and reason are confirmed. */
export default function OpenCaseForm(props: FormProps) {
  const proposal = useReply(
    aftersales.getCaseProposal,
    { orderId: props.order.id },
    { freshFor: 5_000 },
  );
  return <Ready reply={proposal}>{(data) => <Filled {...props} proposal={data} />}</Ready>;
}

function Filled({ proposal, ...props }: FormProps & { proposal: aftersales.CaseProposalShape }) {
  const { order } = props;
  const { t, i18n } = useLingui();
  const may = proposal.options.filter(({ allowed }) => allowed);
  const proposed = may.find(({ kind }) => kind === proposal.kind) ?? may[0];
  const [kind, setKind] = useState(proposed?.kind ?? proposal.kind);
  const option = proposal.options.find((one) => one.kind === kind);
  const [reason, setReason] = useState<string>();
  const reasonCode = option?.reasons.some(({ code }) => code === reason)
    ? reason
    : option?.reasons[0]?.code;
  const free = proposal.lines.filter(({ quantity }) => quantity > 0);
  const [lines, setLines] = useState<LineWanted[]>(free.length === 1 ? free.map(meant) : []);
  const [text, setText] = useState<string>();
  const [note, setNote] = useState('');
  const asksMoney = kind === 'refund' || kind === 'compensate';
  const worth = worthOf(proposal, lines);
  const minor =
    text === undefined
      ? kind === 'compensate'
        ? undefined
        : worth
      : readAmount(text, order.currency, worth);
  const fits = minor !== undefined && minor > 0 && minor <= proposal.refundableMinor;
  const exchanging = kind === 'exchange';
  const paired = !exchanging || lines.every(({ newVariantId }) => newVariantId);
  const ready = reasonCode && paired && (asksMoney ? fits : lines.length > 0);
  return (
    <ActForm
      {...props}
      endpoint={aftersales.openCase}
      title={t`Open a case`}
      act={t`Open the case`}
      fields={
        ready
          ? {
              kind,
              reasonCode,
              ...(lines.length > 0 ? { lines: lines.map((one) => wantedOf(one, exchanging)) } : {}),
              ...(asksMoney ? { amountMinor: minor as number } : {}),
              ...(note.trim() ? { note: note.trim() } : {}),
            }
          : undefined
      }
      tell={() => {
        refresh(aftersales.getCaseProposal, aftersales.listCases);
        return { words: t`The case is open; it waits for a decision.` };
      }}
      outcome={() => null}
    >
      <p className={styles.principle}>
        {i18n._(principleWords[proposal.principle])}{' '}
        {proposal.postageBy === 'shop'
          ? t`Unclear fault: the shop pays the way back.`
          : t`The buyer pays the way back.`}
      </p>
      <Choice
        label={t`Kind`}
        value={kind}
        onChange={(next) => setKind(next as typeof kind)}
        options={proposal.options.map((one) => ({
          value: one.kind,
          disabled: !one.allowed,
          label: i18n._(kindWords[one.kind]),
        }))}
      />
      <LinesWanted
        order={order}
        proposal={proposal}
        exchanging={exchanging}
        value={lines}
        onChange={setLines}
      />
      {asksMoney && (
        <div className={acts.line}>
          <AmountField
            label={t`Amount`}
            value={text ?? (kind === 'compensate' ? '' : amountText(worth, order.currency))}
            currency={order.currency}
            wrong={text !== undefined && !fits}
            onChange={setText}
          />
          <small>{t`of ${money(proposal.refundableMinor, order.currency)} left`}</small>
        </div>
      )}
      <Reasons reasons={option?.reasons ?? []} value={reasonCode} onChange={setReason} />
      <input
        className={acts.note}
        aria-label={t`Remark`}
        placeholder={t`Remark`}
        value={note}
        maxLength={1000}
        onChange={(event) => setNote(event.target.value)}
      />
    </ActForm>
  );
}

/** What the chosen pieces were paid; everything that is left where none is chosen. */
function worthOf(proposal: aftersales.CaseProposalShape, lines: readonly LineWanted[]): number {
  if (lines.length === 0) return proposal.amountMinor;
  const sum = lines.reduce((total, { lineNo, quantity }) => {
    const line = proposal.lines.find((one) => one.lineNo === lineNo);
    return line && line.quantity > 0
      ? total + Math.floor((line.paidMinor * quantity) / line.quantity)
      : total;
  }, 0);
  return Math.min(sum, proposal.refundableMinor);
}

const wantedOf = ({ lineNo, quantity, newVariantId }: LineWanted, exchanging: boolean) => ({
  lineNo,
  quantity,
  ...(exchanging && newVariantId ? { newVariantId } : {}),
});
