import { type InputOf, teamwork } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { useAct } from '../../lib/query.ts';
import { useSelf } from '../../lib/session.tsx';
import { Dialog, DialogForm } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { fromField } from './due.ts';
import { PeopleField } from './PeopleField.tsx';
import { PriorityField } from './PriorityField.tsx';
import { TimeFields, type Times } from './TimeFields.tsx';
import { refreshTasks } from './tasks.ts';
import styles from './teamwork.module.css';

/** What a new task starts from. */
export interface TaskSeed {
  readonly shopId?: string | null;
  readonly title?: string;
  readonly links?: InputOf<typeof teamwork.createTask>['links'];
}

interface Props {
  readonly seed?: TaskSeed;
  readonly onClose: () => void;
  readonly onMade?: (taskId: string) => void;
}

const longest = 200;

/** A new task: a title is enough, everything else can follow. */
export default function TaskDialog({ seed = {}, onClose, onMade }: Props) {
  const { t } = useLingui();
  const { shops, member } = useSelf();
  const [shopId, setShop] = useState(
    seed.shopId === undefined ? (shops[0]?.id ?? null) : seed.shopId,
  );
  const [title, setTitle] = useState((seed.title ?? '').slice(0, longest));
  const [body, setBody] = useState('');
  const [people, setPeople] = useState<string[]>([member.id]);
  const [priority, setPriority] = useState<'normal' | 'high'>('normal');
  const [times, setTimes] = useState<Times>({ due: '', remind: null, repeat: null });
  const create = useAct(teamwork.createTask, refreshTasks);
  const timezone = shops.find(({ id }) => id === shopId)?.timezone ?? shops[0]?.timezone ?? 'UTC';
  const submit = async (close: () => void) => {
    const made = await create.run({
      shopId,
      title: title.trim(),
      body: body.trim(),
      assigneeIds: people,
      priority,
      links: seed.links ?? {},
      dueAt: fromField(times.due, timezone),
      remindMinutes: times.due ? times.remind : null,
      repeat: times.repeat ? { every: times.repeat } : null,
    });
    if (!made) return;
    onMade?.(made.id);
    close();
  };
  return (
    <Dialog title={t`New task`} onClose={onClose} width={560}>
      {(close) => (
        <DialogForm
          act={t`Create`}
          busy={create.busy}
          possible={title.trim() !== ''}
          onSubmit={() => void submit(close)}
          onCancel={close}
        >
          <Field label={t({ message: 'What is to be done', context: 'task' })} width={520}>
            {(props) => (
              <Input
                {...props}
                autoFocus
                maxLength={longest}
                value={title}
                onChange={({ target }) => setTitle(target.value)}
              />
            )}
          </Field>
          <Field label={t({ message: 'More about it', context: 'task' })} width={520}>
            {(props) => (
              <Input.TextArea
                {...props}
                autoSize={{ minRows: 2, maxRows: 8 }}
                maxLength={8000}
                value={body}
                onChange={({ target }) => setBody(target.value)}
              />
            )}
          </Field>
          <Field label={t({ message: 'With', context: 'task' })} width={520}>
            {({ id }) => (
              <PeopleField
                id={id}
                label={t({ message: 'With', context: 'task' })}
                value={people}
                onChange={setPeople}
                placeholder={t`Nobody yet: whoever takes it`}
              />
            )}
          </Field>
          <div className={styles.pair}>
            <PriorityField value={priority} onChange={setPriority} />
            {shops.length > 1 && seed.shopId === undefined && (
              <Field label={t`Shop`}>
                {({ id }) => (
                  <Select
                    id={id}
                    value={shopId}
                    onChange={setShop}
                    options={shops.map((shop) => ({ value: shop.id, label: shop.name }))}
                  />
                )}
              </Field>
            )}
          </div>
          <TimeFields value={times} onChange={setTimes} timezone={timezone} />
          <Refusal refusal={create.refusal} />
        </DialogForm>
      )}
    </Dialog>
  );
}
