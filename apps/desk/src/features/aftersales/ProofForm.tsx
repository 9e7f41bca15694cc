import { aftersales, conversations } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { api } from '../../lib/api.ts';
import { useReply } from '../../lib/query.ts';
import { Picture } from '../../ui/Picture.tsx';
import acts from '../orders/acts/acts.module.css';
import styles from './aftersales.module.css';
import { StepForm } from './StepForm.tsx';
import { useStep } from './use-step.ts';

interface Props {
  readonly one: aftersales.CaseShape;
  readonly onClose: () => void;
}

/** Pictures of the chat that show what is wrong: chosen here, kept with the case. */
export function ProofForm({ one, onClose }: Props) {
  const { t } = useLingui();
  const step = useStep(aftersales.addCaseEvidence, one, onClose);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const messages = useReply(
    conversations.listMessages,
    { conversationId: one.conversationId ?? '', limit: 200 },
    { when: one.conversationId !== null },
  );
  const known = new Set(one.evidence.map(({ fileId }) => fileId));
  const files = (messages.data?.items ?? []).flatMap(({ kind, file }) =>
    file?.mime.startsWith('image/') && kind !== 'note' && !known.has(file.id) ? [file] : [],
  );
  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  return (
    <StepForm
      title={t`Add evidence`}
      act={t`Add evidence`}
      ready={chosen.length > 0}
      busy={step.busy}
      refusal={step.refusal}
      onSubmit={() => void step.run({ fileIds: [...chosen].slice(0, 9) })}
      onClose={onClose}
    >
      {messages.data && files.length === 0 && (
        <p className={acts.none}>{t`There is no picture in the chat yet.`}</p>
      )}
      <div className={styles.evidence}>
        {files.map((file) => (
          <label key={file.id} className={styles.pick} data-chosen={chosen.includes(file.id)}>
            <input
              type="checkbox"
              aria-label={file.name}
              checked={chosen.includes(file.id)}
              onChange={() => toggle(file.id)}
            />
            <Picture
              url={api.url(conversations.getFile, { fileId: file.id, size: 'thumbnail' })}
              size={64}
              alt={file.name}
            />
          </label>
        ))}
      </div>
    </StepForm>
  );
}
