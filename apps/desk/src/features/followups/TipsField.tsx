import type { followups } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Input } from 'antd';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import styles from './followups.module.css';
import { WordsField } from './WordsField.tsx';

type Tips = followups.FollowupSettingsShape['tips'];

/** Care tips: a category of products and what its buyers should know. */
export function TipsField({ tips, onChange }: { tips: Tips; onChange: (tips: Tips) => void }) {
  const { t } = useLingui();
  const set = (at: number, part: Partial<Tips[number]>) =>
    onChange(tips.map((tip, n) => (n === at ? { ...tip, ...part } : tip)));
  return (
    <div>
      {tips.map((tip, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a tip has no name of its own while it is written
        <div key={n} className={styles.tip}>
          <Field label={t({ message: 'Category', context: 'followup' })}>
            {(field) => (
              <Input
                {...field}
                maxLength={200}
                value={tip.category}
                onChange={({ target }) => set(n, { category: target.value })}
              />
            )}
          </Field>
          <WordsField value={tip.text} onChange={(text) => set(n, { text })} />
          <Button small look="plain" onClick={() => onChange(tips.filter((_, at) => at !== n))}>
            {t({ message: 'Remove', context: 'followup' })}
          </Button>
        </div>
      ))}
      <Button
        small
        onClick={() =>
          onChange([...tips, { category: '', text: { 'zh-CN': '', 'zh-TW': '', en: '' } }])
        }
      >{t`Add a tip`}</Button>
    </div>
  );
}
