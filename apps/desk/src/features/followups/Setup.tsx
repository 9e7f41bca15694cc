import { followups } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { refresh, useAct, useReply } from '../../lib/query.ts';
import { useMay } from '../../lib/session.tsx';
import { Field } from '../../ui/Field.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { SaveBar } from '../../ui/SaveBar.tsx';
import { Section } from '../../ui/Section.tsx';
import styles from './followups.module.css';
import { ResultsField } from './ResultsField.tsx';
import { RuleFields } from './RuleFields.tsx';
import { TipsField } from './TipsField.tsx';

/** Which lists fill themselves, what results there are, how wishes are told. */
export default function Setup({ shopId }: { shopId: string }) {
  const { data, error } = useReply(followups.getFollowupSettings, { shopId });
  if (error) return <Refusal refusal={error} />;
  return data ? (
    <Form key={JSON.stringify(data)} shopId={shopId} settings={data} />
  ) : (
    <Lines count={8} />
  );
}

function Form({ shopId, settings }: { shopId: string; settings: followups.FollowupSettingsShape }) {
  const { t } = useLingui();
  const may = useMay('followups.manage');
  const [draft, setDraft] = useState(settings);
  const save = useAct(followups.updateFollowupSettings, () =>
    refresh(followups.getFollowupSettings),
  );
  const change = (part: Partial<followups.FollowupSettingsShape>) =>
    setDraft({ ...draft, ...part });
  const days = t({ message: 'days', context: 'followup' });
  const hours = t({ message: 'hours', context: 'followup' });
  return (
    <fieldset disabled={!may} className={styles.setup}>
      <Section
        title={t`Lists that fill themselves`}
        hint={t`Each buyer once for each reason and occasion.`}
      >
        <RuleFields rules={draft.rules} onChange={(rules) => change({ rules })} />
        <Field
          label={t`Planned for`}
          hint={t`in the shop’s time; at once where it is later already`}
        >
          {(field) => (
            <input
              {...field}
              type="time"
              className={styles.time}
              value={draft.at}
              onChange={({ target }) => target.value && change({ at: target.value })}
            />
          )}
        </Field>
      </Section>
      <Section
        title={t`Care tips by category`}
        hint={t`They stand in the words for who received the goods.`}
      >
        <TipsField tips={draft.tips} onChange={(tips) => change({ tips })} />
      </Section>
      <Section
        title={t({ message: 'Results', context: 'followup' })}
        hint={t`What a follow-up can be closed with.`}
      >
        <ResultsField results={draft.results} onChange={(results) => change({ results })} />
      </Section>
      <Section title={t`Wishes and credit`}>
        <div className={styles.fields}>
          <NumberField
            label={t`Buyers told for each piece`}
            hint={t`In the order of their wishes.`}
            min={1}
            max={100}
            value={draft.wishFactor}
            onChange={(next) => change({ wishFactor: next ?? 3 })}
          />
          <NumberField
            label={t`Before the next are told`}
            unit={hours}
            min={1}
            max={720}
            value={draft.wishHoldHours}
            onChange={(next) => change({ wishHoldHours: next ?? 24 })}
          />
          <NumberField
            label={t`An order counts within`}
            unit={days}
            min={1}
            max={60}
            value={draft.creditDays}
            onChange={(next) => change({ creditDays: next ?? 7 })}
          />
        </div>
      </Section>
      <Refusal refusal={save.refusal} onClose={save.reset} />
      <SaveBar
        changed={JSON.stringify(draft) !== JSON.stringify(settings)}
        busy={save.busy}
        onSave={() => void save.run({ shopId, ...draft })}
        onForget={() => setDraft(settings)}
      />
    </fieldset>
  );
}
