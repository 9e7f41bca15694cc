import type { followups } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Input } from 'antd';
import { useState } from 'react';
import { Field } from '../../ui/Field.tsx';
import { Tabs } from '../../ui/Tabs.tsx';

const languages = [
  { value: 'zh-CN', label: '简体中文' },
  { value: 'zh-TW', label: '繁體中文' },
  { value: 'en', label: 'English' },
] as const;

interface Props {
  readonly value: followups.FollowupWordsShape;
  readonly onChange: (value: followups.FollowupWordsShape) => void;
  /** What may stand in braces. */
  readonly hint: string;
}

/** Words in the three languages; each buyer gets their own. */
export function WordsField({ value, onChange, hint }: Props) {
  const { t } = useLingui();
  const [language, setLanguage] = useState<'zh-CN' | 'zh-TW' | 'en'>('zh-CN');
  return (
    <Field label={t({ message: 'Words', context: 'followup' })} hint={hint} width={500}>
      {(field) => (
        <>
          <Tabs
            label={t`Language`}
            value={language}
            tabs={languages.map((one) => ({ ...one, faint: value[one.value] === '' }))}
            onChange={setLanguage}
          />
          <Input.TextArea
            {...field}
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={1000}
            value={value[language]}
            onChange={({ target }) => onChange({ ...value, [language]: target.value })}
          />
        </>
      )}
    </Field>
  );
}
