import { Trans, useLingui } from '@lingui/react/macro';
import { DatePicker, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { dateTime } from '../../lib/format.ts';
import { Button } from '../../ui/Button.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import type { ConversationActs } from './acts.ts';
import styles from './SnoozeDialog.module.css';

/** Puts a conversation aside until a time or until the buyer writes. */
export default function SnoozeDialog({
  acts,
  onClose,
}: {
  acts: ConversationActs;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const [onOrder, setOnOrder] = useState(true);
  const [own, setOwn] = useState<Dayjs | null>(null);
  const choose = async (until: Dayjs | null) => {
    const done = await acts.snooze(until?.toISOString() ?? null, onOrder);
    if (done) onClose();
  };
  const choices = [
    { name: t`In 30 minutes`, until: dayjs().add(30, 'minute') },
    { name: t`In 2 hours`, until: dayjs().add(2, 'hour') },
    { name: t`Tomorrow morning`, until: dayjs().add(1, 'day').hour(9).minute(0).second(0) },
    { name: t`Next Monday`, until: nextMonday() },
  ];
  return (
    <Modal open title={t`Snooze`} footer={null} onCancel={onClose} width={400}>
      <div className={styles.choices}>
        {choices.map(({ name, until }, at) => (
          <Button
            key={name}
            look="plain"
            className={styles.choice}
            busy={acts.busy}
            autoFocus={at === 0}
            onClick={() => void choose(until)}
          >
            <span>{name}</span>
            <small>{dateTime(until.toISOString())}</small>
          </Button>
        ))}
        <Button
          look="plain"
          className={styles.choice}
          busy={acts.busy}
          onClick={() => void choose(null)}
        >
          <span>
            <Trans>Until the buyer writes</Trans>
          </span>
        </Button>
      </div>
      <div className={styles.own}>
        <DatePicker
          showTime={{ format: 'HH:mm', minuteStep: 5 }}
          format="YYYY-MM-DD HH:mm"
          value={own}
          onChange={setOwn}
          minDate={dayjs()}
          aria-label={t`Another time`}
          placeholder={t`Another time`}
        />
        <Button disabled={!own} busy={acts.busy} onClick={() => void choose(own)}>
          <Trans>Snooze</Trans>
        </Button>
      </div>
      <label className={styles.order}>
        <input
          type="checkbox"
          checked={onOrder}
          onChange={({ target }) => setOnOrder(target.checked)}
        />
        <Trans>Also come back when an order of the buyer changes</Trans>
      </label>
      <Refusal refusal={acts.refusal} />
    </Modal>
  );
}

const nextMonday = (): Dayjs =>
  dayjs()
    .add((8 - dayjs().day()) % 7 || 7, 'day')
    .hour(9)
    .minute(0)
    .second(0);
