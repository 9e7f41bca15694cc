import { notices } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Checkbox, InputNumber } from 'antd';
import { useState } from 'react';
import { useAct, useReply } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { keepSettings } from './NoticeWays.tsx';
import styles from './settings.module.css';

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** When one wants quiet, and how long mail waits. */
export function QuietHours() {
  const settings = useReply(notices.getNoticeSettings, {});
  if (!settings.data)
    return settings.error ? <Refusal refusal={settings.error} /> : <Lines count={4} />;
  return <Manners manners={settings.data.manners} />;
}

function Manners({ manners }: { manners: notices.Manners }) {
  const { t, i18n } = useLingui();
  const [draft, setDraft] = useState(manners);
  const save = useAct(notices.setNoticeSettings, keepSettings);
  const set = (change: Partial<notices.Manners>) =>
    setDraft({ ...draft, ...change, timezone: zone });
  const changed = JSON.stringify(draft) !== JSON.stringify(manners);
  const clock = (name: 'quietFrom' | 'quietUntil' | 'digestAt', label: string) => (
    <input
      type="time"
      aria-label={label}
      value={draft[name] ?? ''}
      onChange={({ target }) => set({ [name]: target.value || null })}
    />
  );
  const day = (n: number) =>
    new Intl.DateTimeFormat(i18n.locale, { weekday: 'short' }).format(new Date(2024, 0, n));
  return (
    <form
      className={styles.manners}
      onSubmit={(event) => {
        event.preventDefault();
        void save.run({ manners: draft });
      }}
    >
      <Field
        label={t`Quiet hours`}
        hint={t`In your time zone (${draft.timezone}). The list still fills.`}
      >
        {() => (
          <span className={styles.clocks}>
            {clock('quietFrom', t`Quiet from`)} – {clock('quietUntil', t`Quiet until`)}
          </span>
        )}
      </Field>
      <Field label={t`Days off`}>
        {() => (
          <Checkbox.Group
            value={draft.daysOff}
            onChange={(daysOff) => set({ daysOff: daysOff as number[] })}
            options={[1, 2, 3, 4, 5, 6, 7].map((value) => ({ value, label: day(value) }))}
          />
        )}
      </Field>
      <Field label={t`Mail when still unread after`}>
        {(props) => (
          <InputNumber
            {...props}
            min={1}
            max={1440}
            suffix={t`min`}
            value={draft.mailMinutes}
            onChange={(value) => set({ mailMinutes: value ?? 30 })}
          />
        )}
      </Field>
      <Field label={t`Daily digest at`} hint={t`One mail with what is still unread. Empty: none.`}>
        {() => clock('digestAt', t`Daily digest at`)}
      </Field>
      <Refusal refusal={save.refusal} />
      <Button type="submit" look="main" disabled={!changed} busy={save.busy}>
        {t`Save`}
      </Button>
    </form>
  );
}
