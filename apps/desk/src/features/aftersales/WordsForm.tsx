import { aftersales } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import acts from '../orders/acts/acts.module.css';
import { StepForm } from './StepForm.tsx';
import { useStep } from './use-step.ts';

interface Props {
  readonly one: aftersales.CaseShape;
  readonly onClose: () => void;
}

/** Refuses a case with words the buyer reads. */
export function RefuseForm({ one, onClose }: Props) {
  const { t } = useLingui();
  return (
    <WordsForm
      one={one}
      endpoint={aftersales.refuseCase}
      title={t`Refuse`}
      label={t`Why; the buyer reads it`}
      act={t`Refuse`}
      danger
      phrases={[
        t`After checking, this is outside of our after-sales terms.`,
        t`The time for this is over.`,
        t`The pictures do not show the fault.`,
      ]}
      onClose={onClose}
    />
  );
}

/** Asks the buyer for pictures or words. */
export function EvidenceForm({ one, onClose }: Props) {
  const { t } = useLingui();
  return (
    <WordsForm
      one={one}
      endpoint={aftersales.askForEvidence}
      title={t`Ask for evidence`}
      label={t`What is wanted; the buyer reads it`}
      act={t`Ask`}
      phrases={[
        t`Please send a picture of the fault.`,
        t`Please send a picture of the parcel and its label.`,
        t`Please send a short video of what happens.`,
      ]}
      onClose={onClose}
    />
  );
}

interface FormProps extends Props {
  readonly endpoint: typeof aftersales.refuseCase | typeof aftersales.askForEvidence;
  readonly title: string;
  readonly label: string;
  readonly act: string;
  readonly danger?: boolean;
  /** Words said often; one click takes them. */
  readonly phrases: readonly string[];
}

function WordsForm({ one, endpoint, title, label, act, danger = false, ...rest }: FormProps) {
  const { phrases, onClose } = rest;
  const step = useStep(endpoint, one, onClose);
  const [words, setWords] = useState(phrases[0] ?? '');
  const ready = words.trim().length >= 2;
  return (
    <StepForm
      title={title}
      act={act}
      danger={danger}
      ready={ready}
      busy={step.busy}
      refusal={step.refusal}
      onSubmit={() => void step.run({ decision: words.trim() })}
      onClose={onClose}
    >
      <input
        className={acts.note}
        aria-label={label}
        placeholder={label}
        value={words}
        maxLength={500}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setWords(event.target.value)}
      />
      <div className={acts.line}>
        {phrases
          .filter((phrase) => phrase !== words)
          .map((phrase) => (
            <Button key={phrase} small look="plain" onClick={() => setWords(phrase)}>
              {phrase}
            </Button>
          ))}
      </div>
    </StepForm>
  );
}
