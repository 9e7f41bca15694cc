import { useLingui } from '@lingui/react/macro';
import { Switch } from 'antd';
import { Field } from '../../ui/Field.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Section } from '../../ui/Section.tsx';
import type { SettingsPart } from './shop-settings.ts';

/** What the shop promises those who write, and how a chat goes on. */
export function Answering({ now, set }: SettingsPart) {
  const { t } = useLingui();
  return (
    <Section
      title={t`Answering`}
      hint={t`By these the inbox sorts who waits and turns amber and red.`}
    >
      <NumberField
        label={t`An answer is promised within`}
        unit={t`seconds`}
        min={5}
        max={86_400}
        value={now.answerPromiseSeconds}
        onChange={(value) => value !== null && set({ answerPromiseSeconds: value })}
      />
      <NumberField
        label={t`A new word reopens a resolved chat within`}
        hint={t`Later than that a new conversation begins.`}
        unit={t`hours`}
        min={0}
        max={8760}
        value={now.reopenWindowHours}
        onChange={(value) => value !== null && set({ reopenWindowHours: value })}
      />
      <Field
        label={t`Hand chats over only with a note`}
        hint={t`So that the next person knows what it is about.`}
      >
        {({ id }) => (
          <Switch
            id={id}
            checked={now.handoverNoteRequired}
            onChange={(handoverNoteRequired) => set({ handoverNoteRequired })}
          />
        )}
      </Field>
      <NumberField
        label={t`Least time between two payment reminders`}
        hint={t`For one order; so that nobody is pestered.`}
        unit={t`minutes`}
        min={1}
        max={43_200}
        value={now.reminderIntervalMinutes}
        onChange={(value) => value !== null && set({ reminderIntervalMinutes: value })}
      />
    </Section>
  );
}
