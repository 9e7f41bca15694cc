import { Trans, useLingui } from '@lingui/react/macro';
import { Segmented } from 'antd';
import { Button } from '../../ui/Button.tsx';
import styles from './Editor.module.css';
import { blank, type Content, type Language, languages } from './editor.rules.ts';

/** Where in a script one is writing. */
export interface Spread {
  readonly variant: number;
  readonly language: Language;
}

interface Props {
  readonly content: Content;
  readonly at: Spread;
  readonly onGo: (to: Partial<Spread>) => void;
  readonly onChange: (content: Content) => void;
}

const names: Readonly<Record<Language, string>> = {
  'zh-CN': '简体',
  'zh-TW': '繁體',
  en: 'English',
};

/** Languages and variants of a script: which is written now; variants come and go. */
export function VariantBar({ content, at, onGo, onChange }: Props) {
  const { t } = useLingui();
  const { variants } = content;
  return (
    <div className={styles.bar}>
      <Segmented
        size="small"
        value={at.language}
        onChange={(language) => onGo({ language })}
        options={languages.map((value) => ({ value, label: names[value] }))}
      />
      <Segmented
        size="small"
        value={at.variant}
        onChange={(variant) => onGo({ variant })}
        options={variants.map((_, value) => ({ value, label: 'ABCD'[value] ?? '' }))}
      />
      {variants.length < 4 && (
        <Button
          small
          look="plain"
          title={t`Another way to say it; buyers are split among the variants, and what sells better is counted.`}
          onClick={() => {
            onChange({ variants: [...variants, ...blank().variants] });
            onGo({ variant: variants.length });
          }}
        >
          <Trans>Add a variant</Trans>
        </Button>
      )}
      {variants.length > 1 && (
        <Button
          small
          look="plain"
          onClick={() => onChange({ variants: variants.filter((_, n) => n !== at.variant) })}
        >
          <Trans>Remove this variant</Trans>
        </Button>
      )}
    </div>
  );
}
