import { followups } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Input, InputNumber, Switch } from 'antd';
import { useState } from 'react';
import { refresh, useAct } from '../../lib/query.ts';
import { Dialog, DialogForm } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from './followups.module.css';
import { Receivers } from './Receivers.tsx';
import { WordsField } from './WordsField.tsx';

interface Props {
  readonly shopId: string;
  readonly greeting: followups.GreetingShape;
  readonly name: string;
  readonly onClose: () => void;
}

/** What is sent on a day, to whom; who would get it stands there before it is switched on. */
export function GreetingDialog({ shopId, greeting, name, onClose }: Props) {
  const { t } = useLingui();
  const [draft, setDraft] = useState(greeting);
  const set = useAct(followups.setGreeting, () => refresh(followups.listGreetings));
  const own = greeting.kind === 'own';
  const { key, on, at, text, audience, month, day } = draft;
  const change = (part: Partial<followups.GreetingShape>) => setDraft({ ...draft, ...part });
  const possible =
    text['zh-CN'].trim() !== '' &&
    (!own || (draft.name.trim() !== '' && month !== null && day !== null));
  const submit = async (close: () => void) => {
    const dated = own ? { name: draft.name.trim(), month: month ?? 1, day: day ?? 1 } : {};
    const done = await set.run({ shopId, key, on, at, text, audience, ...dated });
    if (done) close();
  };
  return (
    <Dialog title={name || t`A date of the shop’s own`} onClose={onClose} width={560}>
      {(close) => (
        <DialogForm
          act={t`Save`}
          busy={set.busy}
          possible={possible}
          onSubmit={() => void submit(close)}
          onCancel={close}
        >
          {own && (
            <div className={styles.fields}>
              <Field label={t({ message: 'Name', context: 'greeting' })}>
                {(field) => (
                  <Input
                    {...field}
                    maxLength={60}
                    value={draft.name}
                    onChange={({ target }) => change({ name: target.value })}
                  />
                )}
              </Field>
              <NumberField
                label={t`Month`}
                min={1}
                max={12}
                value={month}
                onChange={(next) => change({ month: next })}
              />
              <NumberField
                label={t`Day of the month`}
                min={1}
                max={31}
                value={day}
                onChange={(next) => change({ day: next })}
              />
            </div>
          )}
          <WordsField
            value={text}
            onChange={(next) => change({ text: next })}
            codes={['buyer', 'shop']}
          />
          <div className={styles.fields}>
            <Field label={t`Sent at`} hint={t`in the shop’s time`}>
              {(field) => (
                <input
                  {...field}
                  type="time"
                  className={styles.time}
                  value={at}
                  onChange={({ target }) => target.value && change({ at: target.value })}
                />
              )}
            </Field>
            <Field label={t`Paid something within, days`} hint={t`Empty: everybody the shop knows`}>
              {(field) => (
                <InputNumber
                  {...field}
                  min={1}
                  max={3650}
                  precision={0}
                  value={audience.boughtWithinDays}
                  onChange={(next) => change({ audience: { ...audience, boughtWithinDays: next } })}
                />
              )}
            </Field>
            <Field label={t`With the tag`} hint={t`Empty: with or without`}>
              {(field) => (
                <Input
                  {...field}
                  maxLength={60}
                  value={audience.tag ?? ''}
                  onChange={({ target }) =>
                    change({ audience: { ...audience, tag: target.value.trim() || null } })
                  }
                />
              )}
            </Field>
          </div>
          <Receivers shopId={shopId} greetingKey={key} audience={audience} />
          <p className={styles.switch}>
            <Switch
              checked={on}
              aria-label={t`Send it on that day`}
              onChange={(next) => change({ on: next })}
            />
            {t`Send it on that day`}
          </p>
          <Refusal refusal={set.refusal} />
        </DialogForm>
      )}
    </Dialog>
  );
}
