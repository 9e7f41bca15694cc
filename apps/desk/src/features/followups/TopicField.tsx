import { followups } from '@guitai/contract';
import { Trans, useLingui } from '@lingui/react/macro';
import { Radio } from 'antd';
import { Field } from '../../ui/Field.tsx';
import styles from './followups.module.css';

type Topic = followups.FollowupShape['topic'];

interface Props {
  readonly value: Topic;
  readonly onChange: (topic: Topic) => void;
  readonly text: string;
}

/** What own words are: something about an order or a question, or advertising. Words that sell leave no choice. */
export function TopicField({ value, onChange, text }: Props) {
  const { t } = useLingui();
  const sells = followups.readsAsAdvertising(text);
  return (
    <>
      <Field label={t({ message: 'These words are', context: 'followup' })}>
        {() => (
          <Radio.Group
            value={sells ? 'marketing' : value}
            onChange={({ target }) => onChange(target.value as Topic)}
            options={[
              {
                value: 'service',
                label: t({ message: 'About their order', context: 'followup' }),
                disabled: sells,
              },
              { value: 'marketing', label: t({ message: 'Advertising', context: 'followup' }) },
            ]}
          />
        )}
      </Field>
      {(sells || value === 'marketing') && (
        <p className={styles.soft} role="status">
          {sells ? (
            <Trans>They read as advertising: who wants none does not get them.</Trans>
          ) : (
            <Trans>Who wants no advertising does not get them.</Trans>
          )}
        </p>
      )}
    </>
  );
}
