import { aftersales } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { amountText, readAmount } from '../../lib/amount.ts';
import { money } from '../../lib/format.ts';
import { CarrierFields } from '../../ui/CarrierFields.tsx';
import { AmountField } from '../orders/acts/AmountField.tsx';
import acts from '../orders/acts/acts.module.css';
import { Limits } from '../orders/acts/Limits.tsx';
import { amountOf, sendsOut } from './case.rules.ts';
import { isParcel, noParcel } from './parcel.rules.ts';
import { StepForm } from './StepForm.tsx';
import { useStep } from './use-step.ts';

interface Props {
  readonly one: aftersales.CaseShape;
  readonly onClose: () => void;
  /** A limit was met by the click before: an approval is asked for with a note. */
  readonly asking?: boolean;
}

type Reached = Parameters<typeof Limits>[0]['why'];

/** Another amount than the one asked for, or the note with which somebody else is asked to approve it. */
export function ApproveForm({ one, onClose, asking = false }: Props) {
  const { t } = useLingui();
  const step = useStep(aftersales.approveCase, one, onClose);
  const [text, setText] = useState(amountText(one.amountMinor ?? 0, one.currency));
  const [note, setNote] = useState('');
  const minor = readAmount(text, one.currency, one.amountMinor ?? 0);
  const fits = minor !== undefined && minor > 0 && minor <= one.refundableMinor;
  const asks = asking || step.refusal?.code === 'authority.approval_needed';
  const why = (step.refusal?.problem.params?.why ?? []) as Reached;
  const pays = one.amountMinor !== null;
  return (
    <StepForm
      title={asks ? t`Ask for approval` : t`Approve another amount`}
      act={asks ? t`Ask for approval` : t`Approve ${money(minor ?? 0, one.currency)}`}
      ready={(fits || !pays) && (!asks || note.trim() !== '')}
      busy={step.busy}
      refusal={step.refusal?.code === 'authority.approval_needed' ? null : step.refusal}
      onSubmit={() =>
        void step.run(pays ? { amountMinor: minor } : {}, asks ? note.trim() : undefined)
      }
      onClose={onClose}
    >
      {pays && (
        <div className={acts.line}>
          <AmountField
            label={t`Amount`}
            value={text}
            currency={one.currency}
            wrong={!fits}
            onChange={setText}
          />
          <small>{t`of ${money(one.refundableMinor, one.currency)} left`}</small>
        </div>
      )}
      {why.length > 0 && <Limits why={why} />}
      {asks && <ApprovalNote value={note} onChange={setNote} />}
    </StepForm>
  );
}

/** The end of a case: what is paid or charged, and the parcel that goes out. */
export function SettleForm({ one, onClose }: Props) {
  const { t } = useLingui();
  const step = useStep(aftersales.settleCase, one, onClose);
  const [parcel, setParcel] = useState(noParcel);
  const [note, setNote] = useState('');
  const out = sendsOut(one.kind);
  const amount = amountOf(one) ?? 0;
  const asks = step.refusal?.code === 'authority.approval_needed';
  const why = (step.refusal?.problem.params?.why ?? []) as Reached;
  return (
    <StepForm
      title={t`Settle`}
      act={asks ? t`Ask for approval` : t`Settle`}
      ready={(!out || isParcel(parcel)) && (!asks || note.trim() !== '')}
      busy={step.busy}
      refusal={asks ? null : step.refusal}
      onSubmit={() => void step.run(out ? { parcel } : {}, asks ? note.trim() : undefined)}
      onClose={onClose}
    >
      {amount > 0 && <p>{t`${money(amount, one.currency)} goes back to the buyer.`}</p>}
      {amount < 0 && <p>{t`${money(-amount, one.currency)} is charged to the buyer.`}</p>}
      {out && <CarrierFields shopId={one.shopId} value={parcel} onChange={setParcel} />}
      {why.length > 0 && <Limits why={why} />}
      {asks && <ApprovalNote value={note} onChange={setNote} />}
    </StepForm>
  );
}

interface NoteProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function ApprovalNote({ value, onChange }: NoteProps) {
  const { t } = useLingui();
  return (
    <input
      className={acts.note}
      aria-label={t`Why it should be approved`}
      placeholder={t`Why it should be approved`}
      value={value}
      maxLength={500}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
