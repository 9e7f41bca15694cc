import { outreach, type ReplyOf } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Switch } from 'antd';
import { useState } from 'react';
import { refresh, useAct, useReply } from '../../lib/query.ts';
import { useMay, useSelf } from '../../lib/session.tsx';
import { Button } from '../../ui/Button.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { ShopField } from '../../ui/ShopsField.tsx';
import styles from './outreach.module.css';

type Settings = ReplyOf<typeof outreach.getOutreachSettings>;

/** When and how often automatic messages of a shop may come; holds for every rule together. */
export function OutreachLimits() {
  const { t } = useLingui();
  const { shops } = useSelf();
  const [shopId, setShopId] = useState(shops[0]?.id ?? '');
  const { data, error } = useReply(
    outreach.getOutreachSettings,
    { shopId },
    { when: shopId !== '' },
  );
  if (shopId === '') return null;
  return (
    <>
      <ShopField
        label={t({ message: 'Shop', context: 'settings' })}
        value={shopId}
        onChange={setShopId}
      />
      <Refusal refusal={error} />
      {data ? <Form key={shopId} shopId={shopId} settings={data} /> : <Lines count={3} />}
    </>
  );
}

type Number =
  | 'marketingPerDay'
  | 'marketingPerWeek'
  | 'servicePerDay'
  | 'servicePerWeek'
  | 'mailPerHour';

function Form({ shopId, settings }: { shopId: string; settings: Settings }) {
  const { t } = useLingui();
  const may = useMay('outreach.manage');
  const [draft, setDraft] = useState(settings);
  const save = useAct(outreach.updateOutreachSettings, (now) => {
    setDraft(now);
    refresh(outreach.getOutreachSettings);
  });
  const hours = draft.quietHours;
  const numbers: [Number, string][] = [
    ['marketingPerDay', t`Marketing within a day`],
    ['marketingPerWeek', t`Marketing within a week`],
    ['servicePerDay', t`About orders within a day`],
    ['servicePerWeek', t`About orders within a week`],
    ['mailPerHour', t`E-mails to one address within an hour`],
  ];
  const changed = JSON.stringify(draft) !== JSON.stringify(settings);
  const clock = (part: 'from' | 'until', name: string) => (
    <input
      type="time"
      aria-label={name}
      disabled={!may}
      value={hours?.[part] ?? ''}
      onChange={({ target }) =>
        hours &&
        target.value &&
        setDraft({ ...draft, quietHours: { ...hours, [part]: target.value } })
      }
    />
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save.run({ shopId, ...draft });
      }}
    >
      <div className={styles.pair}>
        <Switch
          size="small"
          disabled={!may}
          checked={hours !== null}
          aria-label={t`Quiet hours`}
          onChange={(on) =>
            setDraft({ ...draft, quietHours: on ? { from: '21:30', until: '08:30' } : null })
          }
        />
        <span>{t`Quiet hours`}</span>
        {hours && (
          <>
            {clock('from', t`Quiet from`)} – {clock('until', t`Quiet until`)}
          </>
        )}
      </div>
      <p className={styles.soft}>
        {t`In the shop's time. What becomes due meanwhile comes when they are over, if it is not too late then.`}
      </p>
      <div className={styles.form}>
        {numbers.map(([name, label]) => (
          <NumberField
            key={name}
            label={label}
            disabled={!may}
            min={0}
            max={1000}
            value={draft[name]}
            onChange={(next) => setDraft({ ...draft, [name]: next ?? 0 })}
          />
        ))}
        <NumberField
          label={t`Chat messages of the shop per minute`}
          hint={t`Empty: as many as are due.`}
          disabled={!may}
          min={1}
          max={100_000}
          value={draft.chatPerMinute}
          onChange={(next) => setDraft({ ...draft, chatPerMinute: next })}
        />
      </div>
      <Refusal refusal={save.refusal} onClose={save.reset} />
      {may && (
        <Button type="submit" look="main" disabled={!changed} busy={save.busy}>
          {t`Save`}
        </Button>
      )}
    </form>
  );
}
