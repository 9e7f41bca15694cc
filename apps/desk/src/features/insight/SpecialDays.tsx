import { insight } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { day as dayText } from '../../lib/format.ts';
import { refresh, useAct, useReply } from '../../lib/query.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { Row, Rows } from '../../ui/Rows.tsx';
import styles from './insight.module.css';

const clock = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;

/** Dates on which a shop keeps other hours than its weekday's. */
export function SpecialDays({ shopId, may }: { shopId: string; may: boolean }) {
  const { t } = useLingui();
  const { data } = useReply(insight.listSpecialDays, { shopId });
  const set = useAct(insight.setSpecialDays, () =>
    refresh(insight.listSpecialDays, insight.getReport),
  );
  const [date, setDate] = useState('');
  const [name, setName] = useState('');
  const [hours, setHours] = useState('');
  const items = data?.items ?? [];
  const [from = '', until = ''] = hours.split(/[–~-]/).map((part) => part.trim());
  const open = hours.trim() === '' ? [] : [{ from, until }];
  const good =
    date !== '' && open.every((range) => clock.test(range.from) && clock.test(range.until));
  const save = async () => {
    const added = { date, name: name.trim(), hours: open };
    const rest = items.filter((item) => item.date !== date);
    const done = await set.run({ shopId, items: [...rest, added] });
    if (!done) return;
    setDate('');
    setName('');
    setHours('');
  };
  return (
    <>
      {items.length === 0 && <p className={styles.quiet}>{t`Every week like the other.`}</p>}
      <Rows label={t`Special days`}>
        {items.map((item) => (
          <Row
            key={item.date}
            title={dayText(`${item.date}T12:00:00`)}
            sub={item.name}
            facts={item.hours.map((range) => `${range.from}–${range.until}`).join(' ') || t`Closed`}
            acts={
              may && (
                <IconButton
                  name={t`Remove this day`}
                  onClick={() =>
                    void set.run({ shopId, items: items.filter((other) => other !== item) })
                  }
                >
                  <Icon name="close" size={14} />
                </IconButton>
              )
            }
          />
        ))}
      </Rows>
      {may && (
        <p className={`${styles.days} ${styles.acts}`}>
          <input
            type="date"
            aria-label={t`Date`}
            value={date}
            onChange={({ target }) => setDate(target.value)}
          />
          <input
            aria-label={t`What for`}
            placeholder={t`What for`}
            maxLength={60}
            size={12}
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
          <input
            aria-label={t`Hours, empty: closed`}
            placeholder={t`Closed, or 10:00–18:00`}
            size={20}
            value={hours}
            onChange={({ target }) => setHours(target.value)}
          />
          <Button small disabled={!good} busy={set.busy} onClick={() => void save()}>
            {t`Add day`}
          </Button>
        </p>
      )}
      <Refusal refusal={set.refusal} />
    </>
  );
}
