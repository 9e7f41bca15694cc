import { automation } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { SlotArea } from '../../ui/SlotArea.tsx';
import { slotsOf } from '../../ui/slot.words.ts';
import { Tabs } from '../../ui/Tabs.tsx';
import styles from './automation.module.css';
import { type Occasion, WordsPreview } from './WordsPreview.tsx';

type Variant = automation.TextVariant;
type Language = keyof Variant['texts'];

const languages: readonly { key: Language; name: string }[] = [
  { key: 'zh-CN', name: '简体中文' },
  { key: 'zh-TW', name: '繁體中文' },
  { key: 'en', name: 'English' },
];

interface Props {
  /** Words that stand for something here and not elsewhere. */
  readonly extra?: readonly string[];
  readonly variants: readonly Variant[];
  readonly onChange: (variants: Variant[]) => void;
  /** What the words are for: absent, they only stand in the chat. */
  readonly occasion?: Occasion;
}

/** Wordings of a message, each in three languages, with words that stand for something of the order. */
export function VariantFields({ variants, extra = [], onChange, occasion }: Props) {
  const { t } = useLingui();
  const set = (n: number, variant: Variant) =>
    onChange(variants.map((one, k) => (k === n ? variant : one)));
  const free = ['A', 'B', 'C', 'D', 'E'].find((name) => !variants.some((one) => one.name === name));
  return (
    <div className={styles.variants}>
      {variants.map((variant, n) => (
        <OneVariant
          key={variant.name}
          variant={variant}
          extra={extra}
          isAlone={variants.length === 1}
          occasion={occasion}
          onChange={(next) => set(n, next)}
          onRemove={() => onChange(variants.filter((_, k) => k !== n))}
        />
      ))}
      {free && (
        <Button
          small
          look="plain"
          onClick={() =>
            onChange([...variants, { name: free, texts: { 'zh-CN': '', 'zh-TW': '', en: '' } }])
          }
        >
          <Icon name="plus" size={14} />
          {t`Another wording, to compare`}
        </Button>
      )}
    </div>
  );
}

interface OneProps {
  readonly variant: Variant;
  readonly extra: readonly string[];
  readonly isAlone: boolean;
  readonly occasion: Occasion | undefined;
  readonly onChange: (variant: Variant) => void;
  readonly onRemove: () => void;
}

function OneVariant({ variant, extra, isAlone, occasion, onChange, onRemove }: OneProps) {
  const { t, i18n } = useLingui();
  const [language, setLanguage] = useState<Language>(
    languages.find(({ key }) => variant.texts[key].trim())?.key ?? 'zh-CN',
  );
  const text = variant.texts[language];
  const write = (value: string) =>
    onChange({ ...variant, texts: { ...variant.texts, [language]: value } });
  return (
    <div className={styles.variant}>
      <Tabs
        label={t`Languages`}
        value={language}
        onChange={setLanguage}
        lead={!isAlone && <strong>{variant.name}</strong>}
        tabs={languages.map(({ key, name }) => ({
          value: key,
          label: name,
          faint: variant.texts[key].trim() === '',
        }))}
      >
        {!isAlone && (
          <IconButton name={t`Remove the wording`} onClick={onRemove}>
            <Icon name="close" size={14} />
          </IconButton>
        )}
      </Tabs>
      <SlotArea
        label={t`Words of the message`}
        lang={language}
        value={text}
        onChange={write}
        slots={slotsOf([...extra, ...automation.careVariables], i18n)}
      />
      <WordsPreview text={text} language={language} occasion={occasion} />
    </div>
  );
}
