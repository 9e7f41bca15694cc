import { access } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Select } from 'antd';
import { useState } from 'react';
import { usePages } from '../../lib/pages.ts';
import { refresh, useAct } from '../../lib/query.ts';
import { useSelf } from '../../lib/session.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog, DialogForm } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from './Limits.module.css';

const dayText = (inDays: number): string => {
  const date = new Date();
  date.setDate(date.getDate() + inDays);
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
};

/** Somebody decides in my place until the end of a day; an owner may arrange it for others. */
export function DeputyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const { member } = useSelf();
  const [from, setFrom] = useState(member.id);
  const [to, setTo] = useState<string>();
  const [last, setLast] = useState(dayText(7));
  const members = usePages(access.listMembers, { status: 'active', limit: 200 });
  const name = useAct(access.createDelegation, () => refresh(access.listDelegations));
  const people = (members.items ?? []).filter(({ role }) => role !== 'observer');
  const options = (without: string | undefined) =>
    people.filter(({ id }) => id !== without).map((one) => ({ value: one.id, label: one.name }));
  const endsAt = new Date(`${last}T23:59:59`);
  const possible = to !== undefined && endsAt.getTime() > Date.now();
  const days = [
    [0, t`today`],
    [3, t`3 days`],
    [7, t`a week`],
    [14, t`2 weeks`],
  ] as const;
  return (
    <Dialog title={t`Name a deputy`} onClose={onClose}>
      {(close) => (
        <DialogForm
          act={t`Name a deputy`}
          busy={name.busy}
          possible={possible}
          onCancel={close}
          onSubmit={() =>
            to &&
            void name
              .run({ fromId: from, toId: to, endsAt: endsAt.toISOString() })
              .then((done) => done && close())
          }
        >
          {member.role === 'owner' && (
            <Field label={t`In whose place`}>
              {(field) => (
                <Select {...field} value={from} onChange={setFrom} options={options(undefined)} />
              )}
            </Field>
          )}
          <Field
            label={t`Deputy`}
            hint={t`Decides with the limits of whom it stands in for. Nobody approves the own request.`}
          >
            {(field) => (
              <Select
                {...field}
                value={to ?? null}
                placeholder={t`Choose a colleague`}
                onChange={(id: string | null) => setTo(id ?? undefined)}
                options={options(from)}
              />
            )}
          </Field>
          <Field label={t`Until the end of`}>
            {(field) => (
              <span className={styles.dates}>
                <input
                  {...field}
                  type="date"
                  value={last}
                  min={dayText(0)}
                  onChange={(event) => setLast(event.target.value)}
                />
                {days.map(([inDays, words]) => (
                  <Button key={inDays} small onClick={() => setLast(dayText(inDays))}>
                    {words}
                  </Button>
                ))}
              </span>
            )}
          </Field>
          <Refusal refusal={name.refusal} />
        </DialogForm>
      )}
    </Dialog>
  );
}
