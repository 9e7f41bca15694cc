import { aftersales } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { CarrierFields } from '../../ui/CarrierFields.tsx';
import acts from '../orders/acts/acts.module.css';
import { Choice } from '../orders/acts/Choice.tsx';
import { inspections, inspectionWords } from './aftersales.words.ts';
import { isParcel, noParcel } from './parcel.rules.ts';
import { StepForm } from './StepForm.tsx';
import { useStep } from './use-step.ts';

interface Props {
  readonly one: aftersales.CaseShape;
  readonly onClose: () => void;
}

/** The parcel the buyer sent back. */
export function ReturnParcelForm({ one, onClose }: Props) {
  const { t } = useLingui();
  const step = useStep(aftersales.noteReturnParcel, one, onClose);
  const [parcel, setParcel] = useState(noParcel);
  return (
    <StepForm
      title={t`Return parcel`}
      act={t`Note it`}
      ready={isParcel(parcel)}
      busy={step.busy}
      refusal={step.refusal}
      onSubmit={() => void step.run(parcel)}
      onClose={onClose}
    >
      <CarrierFields shopId={one.shopId} value={parcel} onChange={setParcel} />
    </StepForm>
  );
}

/** What the inspection of returned goods found. */
export function InspectForm({ one, onClose }: Props) {
  const { t, i18n } = useLingui();
  const step = useStep(aftersales.inspectCaseGoods, one, onClose);
  const [result, setResult] = useState<aftersales.InspectionWord>('sellable');
  const [note, setNote] = useState('');
  return (
    <StepForm
      title={t`Inspection`}
      act={result === 'sellable' ? t`Back into stock` : t`Note it`}
      ready
      busy={step.busy}
      refusal={step.refusal}
      onSubmit={() => void step.run({ result, ...(note.trim() ? { note: note.trim() } : {}) })}
      onClose={onClose}
    >
      <Choice
        label={t`What was found`}
        value={result}
        onChange={(next) => setResult(next as aftersales.InspectionWord)}
        options={inspections.map((value) => ({ value, label: i18n._(inspectionWords[value]) }))}
      />
      <input
        className={acts.note}
        aria-label={t`Remark`}
        placeholder={t`Remark`}
        value={note}
        maxLength={500}
        onChange={(event) => setNote(event.target.value)}
      />
    </StepForm>
  );
}
