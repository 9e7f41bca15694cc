import { useLingui } from '@lingui/react/macro';
import { Checkbox, Input, InputNumber, Select } from 'antd';
import styles from './automation.module.css';
import { CouponFields } from './CouponFields.tsx';
import type { Action } from './rule.rules.ts';
import { VariantFields } from './VariantFields.tsx';
import { WaysField } from './WaysField.tsx';

interface Props<A extends Action = Action> {
  readonly action: A;
  readonly onChange: (action: Action) => void;
  readonly shopId: string;
  readonly people: readonly { readonly value: string; readonly label: string }[];
}

type Of<K extends Action['do']> = Extract<Action, { do: K }>;

/** What an action needs to be told. */
export function ActionFields(props: Props) {
  const { action, onChange, people } = props;
  const { t } = useLingui();
  switch (action.do) {
    case 'send':
      return <SendFields {...props} action={action} />;
    case 'coupon':
      return <CouponFields action={action} shopId={props.shopId} onChange={onChange} />;
    case 'tag':
      return <TagFields {...props} action={action} />;
    case 'note':
      return (
        <Input.TextArea
          aria-label={t`Words of the note`}
          autoSize={{ minRows: 1, maxRows: 5 }}
          maxLength={1000}
          value={action.text}
          onChange={(event) => onChange({ ...action, text: event.target.value })}
        />
      );
    case 'assign':
      return (
        <Select
          aria-label={t`To whom`}
          className={styles.many}
          value={action.memberId ?? ''}
          onChange={(id: string) => onChange({ ...action, memberId: id || null })}
          options={[{ value: '', label: t`back to the queue` }, ...people]}
        />
      );
    case 'task':
      return <TaskFields {...props} action={action} />;
    case 'notify':
      return (
        <Select
          mode="multiple"
          aria-label={t`To whom`}
          className={styles.many}
          value={action.memberIds}
          onChange={(memberIds: string[]) => onChange({ ...action, memberIds })}
          options={[...people]}
          optionFilterProp="label"
        />
      );
    case 'webhook':
      return (
        <Input
          aria-label={t`Name of the call`}
          maxLength={60}
          placeholder={t`Name it; webhooks that hear rule.ran get it.`}
          value={action.name}
          onChange={(event) => onChange({ ...action, name: event.target.value })}
        />
      );
    default:
      return null;
  }
}

function SendFields({ action, onChange, shopId }: Props<Of<'send'>>) {
  const { t } = useLingui();
  return (
    <div className={styles.send}>
      <div className={styles.line}>
        <WaysField
          value={action.channels}
          onChange={(channels) => onChange({ ...action, channels })}
        />
        <Checkbox
          checked={action.card}
          onChange={({ target }) => onChange({ ...action, card: target.checked })}
        >
          {t`as a card with the order`}
        </Checkbox>
        <Checkbox
          checked={action.topic === 'marketing'}
          onChange={({ target }) =>
            onChange({ ...action, topic: target.checked ? 'marketing' : 'service' })
          }
        >
          {t`is advertising`}
        </Checkbox>
      </div>
      <VariantFields
        variants={action.variants}
        occasion={{ shopId, topic: action.topic, sms: action.channels.includes('sms') }}
        onChange={(variants) => onChange({ ...action, variants })}
      />
    </div>
  );
}

function TagFields({ action, onChange }: Props<Of<'tag'>>) {
  const { t } = useLingui();
  return (
    <div className={styles.line}>
      <Select
        mode="tags"
        aria-label={t`Tags to add`}
        placeholder={t`Tags to add`}
        className={styles.many}
        value={action.add}
        onChange={(add: string[]) => onChange({ ...action, add })}
      />
      <Select
        mode="tags"
        aria-label={t`Tags to take off`}
        placeholder={t`Tags to take off`}
        className={styles.many}
        value={action.remove}
        onChange={(remove: string[]) => onChange({ ...action, remove })}
      />
    </div>
  );
}

function TaskFields({ action, onChange, people }: Props<Of<'task'>>) {
  const { t } = useLingui();
  return (
    <div className={styles.line}>
      <Input
        aria-label={t`What is to be done`}
        placeholder={t`What is to be done`}
        maxLength={200}
        value={action.title}
        onChange={(event) => onChange({ ...action, title: event.target.value })}
      />
      <Select
        aria-label={t`By whom`}
        value={action.assigneeId ?? ''}
        onChange={(id: string) => onChange({ ...action, assigneeId: id || null })}
        options={[{ value: '', label: t`the whole team` }, ...people]}
      />
      <InputNumber
        aria-label={t`Due after so many minutes`}
        min={1}
        suffix={t({ message: 'min', context: 'rule' })}
        value={action.dueMinutes}
        onChange={(dueMinutes) => onChange({ ...action, dueMinutes })}
      />
    </div>
  );
}
