import { followups } from '@guitai/contract';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Checkbox, Input, Radio } from 'antd';
import { useState } from 'react';
import { useAct } from '../../lib/query.ts';
import { Dialog, DialogForm } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { channelNames } from './followup.words.ts';
import styles from './followups.module.css';
import { useResults } from './ResultWord.tsx';
import { refreshFollowups } from './refresh.ts';
import { ShopTime } from './ShopTime.tsx';
import type { PageSlots } from './slots.ts';
import { TopicField } from './TopicField.tsx';

export type ActName = 'send' | 'postpone' | 'close';

interface Props extends PageSlots {
  readonly act: ActName;
  readonly items: readonly followups.FollowupShape[];
  readonly onDone: () => void;
  readonly onClose: () => void;
}

type Topic = followups.FollowupShape['topic'];

type Reply = { readonly refused: readonly { readonly code: string }[] };

/** Sends, puts off or closes one or several; what did not go is counted, what went can be taken back. */
export function ActDialog({ act, onClose, ...props }: Props) {
  const { t } = useLingui();
  const titles = {
    send: t({ message: 'Send a message', context: 'followup' }),
    postpone: t({ message: 'Put off', context: 'followup' }),
    close: t({ message: 'Close with a result', context: 'followup' }),
  };
  const Form = forms[act];
  return (
    <Dialog title={titles[act]} onClose={onClose} width={520}>
      {(close) => <Form {...props} close={close} />}
    </Dialog>
  );
}

interface FormProps extends Omit<Props, 'act' | 'onClose'> {
  readonly close: () => void;
}

/** What ends every form: all went, or so many did not. */
function useEnd({ onDone, close }: Pick<FormProps, 'onDone' | 'close'>) {
  const [refused, setRefused] = useState(0);
  const end = (reply: Reply) => {
    refreshFollowups();
    setRefused(reply.refused.length);
    if (reply.refused.length > 0) return;
    onDone();
    close();
  };
  const left = refused > 0 && (
    <p className={styles.late} role="alert">
      <Plural
        value={refused}
        one="# could not be done; look at it again."
        other="# could not be done; look at them again."
      />
    </p>
  );
  return { end, left };
}

function SendForm({ items, close, onDone }: FormProps) {
  const { t, i18n } = useLingui();
  const { end, left } = useEnd({ onDone, close });
  const send = useAct(followups.sendFollowups, end);
  const [first] = items;
  const alone = items.length === 1 ? first : undefined;
  const [text, setText] = useState(alone?.text ?? '');
  const [channels, setChannels] = useState<('chat' | 'sms' | 'mail')[]>(['chat', 'sms']);
  const [at, setAt] = useState<string | null>(null);
  const [topic, setTopic] = useState<Topic>(alone?.topic ?? 'marketing');
  const own = alone !== undefined && text.trim() !== alone.text;
  const submit = () =>
    void send.run({
      ids: items.map(({ id }) => id),
      channels,
      ...(own ? { text: text.trim(), topic } : {}),
      ...(at ? { at } : {}),
    });
  return (
    <DialogForm
      act={t({ message: 'Plan it', context: 'followup' })}
      busy={send.busy}
      possible={channels.length > 0 && (!alone || text.trim() !== '')}
      onSubmit={submit}
      onCancel={close}
    >
      {alone ? (
        <Field label={t({ message: 'Words', context: 'followup' })} width={480}>
          {(field) => (
            <Input.TextArea
              {...field}
              autoFocus
              autoSize={{ minRows: 3, maxRows: 8 }}
              maxLength={1000}
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
          )}
        </Field>
      ) : (
        <p className={styles.soft}>
          <Trans>Each gets the words suggested for them, in their own language.</Trans>
        </p>
      )}
      {own && alone.topic === 'service' && (
        <TopicField value={topic} onChange={setTopic} text={text} />
      )}
      <Field label={t`Ways, in this order`}>
        {() => (
          <Checkbox.Group
            value={channels}
            onChange={(next) =>
              setChannels((['chat', 'sms', 'mail'] as const).filter((one) => next.includes(one)))
            }
            options={(['chat', 'sms', 'mail'] as const).map((value) => ({
              value,
              label: i18n._(channelNames[value]),
            }))}
          />
        )}
      </Field>
      <ShopTime
        shopId={first?.shopId ?? ''}
        value={at}
        onChange={setAt}
        label={t`Not before`}
        now
      />
      <p className={styles.soft}>
        <Trans>
          Opt-outs, quiet hours and caps of the shop hold. Until it is sent it can be taken back.
        </Trans>
      </p>
      {left}
      <Refusal refusal={send.refusal} />
    </DialogForm>
  );
}

function PostponeForm({ items, close, onDone }: FormProps) {
  const { t } = useLingui();
  const { end, left } = useEnd({ onDone, close });
  const postpone = useAct(followups.postponeFollowups, end);
  const [until, setUntil] = useState<string | null>(null);
  const submit = () => until && void postpone.run({ ids: items.map(({ id }) => id), until });
  return (
    <DialogForm
      act={t({ message: 'Put off', context: 'followup' })}
      busy={postpone.busy}
      possible={until !== null}
      onSubmit={submit}
      onCancel={close}
    >
      <ShopTime
        shopId={items[0]?.shopId ?? ''}
        value={until}
        onChange={setUntil}
        label={t`Until`}
      />
      {left}
      <Refusal refusal={postpone.refusal} />
    </DialogForm>
  );
}

function CloseForm({ items, close, onDone }: FormProps) {
  const { t } = useLingui();
  const { end, left } = useEnd({ onDone, close });
  const act = useAct(followups.closeFollowups, end);
  const results = useResults(items[0]?.shopId ?? '');
  const [result, setResult] = useState<string>();
  const [note, setNote] = useState('');
  const ids = items.map(({ id }) => id);
  const submit = () =>
    result && void act.run({ ids, result, ...(note.trim() ? { note: note.trim() } : {}) });
  return (
    <DialogForm
      act={t({ message: 'Close', context: 'followup' })}
      busy={act.busy}
      possible={result !== undefined}
      onSubmit={submit}
      onCancel={close}
    >
      <Radio.Group
        className={styles.results}
        aria-label={t({ message: 'Result', context: 'followup' })}
        value={result}
        onChange={({ target }) => setResult(target.value as string)}
        options={results.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Field label={t({ message: 'Note', context: 'followup' })} width={480}>
        {(field) => (
          <Input
            {...field}
            maxLength={500}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
        )}
      </Field>
      {left}
      <Refusal refusal={act.refusal} />
    </DialogForm>
  );
}

const forms = { send: SendForm, postpone: PostponeForm, close: CloseForm } as const;
