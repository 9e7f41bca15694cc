import type { aftersales } from '@guitai/contract';
import { InspectForm, ReturnParcelForm } from './GoodsForms.tsx';
import { ApproveForm, SettleForm } from './MoneyStep.tsx';
import { ProofForm } from './ProofForm.tsx';
import { EvidenceForm, RefuseForm } from './WordsForm.tsx';

/** Steps that need a word, a number or a picture. */
export type StepFormName =
  | 'amount'
  | 'ask'
  | 'refuse'
  | 'evidence'
  | 'proof'
  | 'parcel'
  | 'inspect'
  | 'settle';

interface FormProps {
  readonly form: StepFormName | undefined;
  readonly one: aftersales.CaseShape;
  readonly onClose: () => void;
}

/** The one form that is open. */
export function OpenForm({ form, one, onClose }: FormProps) {
  const props = { one, onClose };
  switch (form) {
    case 'amount':
      return <ApproveForm {...props} />;
    case 'ask':
      return <ApproveForm {...props} asking />;
    case 'refuse':
      return <RefuseForm {...props} />;
    case 'evidence':
      return <EvidenceForm {...props} />;
    case 'proof':
      return <ProofForm {...props} />;
    case 'parcel':
      return <ReturnParcelForm {...props} />;
    case 'inspect':
      return <InspectForm {...props} />;
    case 'settle':
      return <SettleForm {...props} />;
    default:
      return null;
  }
}
