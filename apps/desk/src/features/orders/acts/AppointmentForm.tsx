import { type InputOf, orders } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { ActForm } from './ActForm.tsx';
import type { FormProps } from './act.types.ts';
import styles from './acts.module.css';
import { Choice } from './Choice.tsx';
import { serviceWords, slotWords } from './service.words.ts';

type Fields = InputOf<typeof orders.bookAppointment>;
type Service = Fields['service'];
type Slot = NonNullable<Fields['slot']>;

const inDays = (days: number): string => {
  const day = new Date(Date.now() + days * 86_400_000);
  return new Date(day.getTime() - day.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
};

/** A day for an installation or another service at the buyer. */
export default function AppointmentForm(props: FormProps) {
  const { t, i18n } = useLingui();
  const [service, setService] = useState<Service>('installation');
  const [date, setDate] = useState(inDays(2));
  const [slot, setSlot] = useState<Slot>('any');
  const [note, setNote] = useState('');
  return (
    <ActForm
      {...props}
      endpoint={orders.bookAppointment}
      title={t`Book an appointment`}
      act={t`Book`}
      fields={
        date ? { service, date, slot, ...(note.trim() ? { note: note.trim() } : {}) } : undefined
      }
      tell={() => ({ words: t`${i18n._(serviceWords[service])} is booked for ${date}.` })}
      outcome={() => null}
    >
      <Choice
        label={t`Service`}
        value={service}
        onChange={(next) => setService(next as Service)}
        options={(Object.keys(serviceWords) as Service[]).map((value) => ({
          value,
          label: i18n._(serviceWords[value]),
        }))}
      />
      <div className={styles.grid}>
        <label>
          {t`Day`}
          <input
            type="date"
            value={date}
            min={inDays(0)}
            onChange={(event) => setDate(event.target.value)}
          />
        </label>
        <label>
          {t`Note`}
          <input value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />
        </label>
      </div>
      <Choice
        label={t`Time of day`}
        value={slot}
        onChange={(next) => setSlot(next as Slot)}
        options={(Object.keys(slotWords) as Slot[]).map((value) => ({
          value,
          label: i18n._(slotWords[value]),
        }))}
      />
    </ActForm>
  );
}
