import type { followups } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Field } from '../../ui/Field.tsx';
import { SlotArea } from '../../ui/SlotArea.tsx';
import { slotsOf } from '../../ui/slot.words.ts';
import { Tabs } from '../../ui/Tabs.tsx';

const languages = [
  { value: 'zh-CN', label: '简体中文' },
  { value: 'zh-TW', label: '繁體中文' },
  { value: 'en', label: 'English' },
] as const;

interface Props {
  readonly value: followups.FollowupWordsShape;
  readonly onChange: (value: followups.FollowupWordsShape) => void;
  /** What may stand for something in them. */
  readonly codes?: readonly string[];
}

/** Words in the three languages; each buyer gets their own. */
export function WordsField({ value, onChange, codes = [] }: Props) {
  const { t, i18n } = useLingui();
  const [language, setLanguage] = useState<'zh-CN' | 'zh-TW' | 'en'>('zh-CN');
  return (
    <Field label={t({ message: 'Words', context: 'followup' })} width={500}>
      {(field) => (
        <>
          <Tabs
            label={t`Language`}
            value={language}
            tabs={languages.map((one) => ({ ...one, faint: value[one.value] === '' }))}
            onChange={setLanguage}
          />
          <SlotArea
            {...field}
            lang={language}
            maxRows={6}
            slots={slotsOf(codes, i18n)}
            value={value[language]}
            onChange={(text) => onChange({ ...value, [language]: text })}
          />
        </>
      )}
    </Field>
  );
}
