import { fillText } from '@guitai/contract/wording';
import { useLingui } from '@lingui/react/macro';
import { SmsMeter } from '../../ui/SmsMeter.tsx';
import styles from './automation.module.css';
import { sampleOrder } from './sample.ts';

/** What a text is written for. */
export interface Occasion {
  readonly shopId: string;
  readonly topic: 'service' | 'marketing';
  /** May leave as a text message. */
  readonly sms: boolean;
}

interface Props {
  readonly text: string;
  readonly language: keyof typeof sampleOrder;
  readonly occasion?: Occasion | undefined;
}

/** The words as a buyer of that language would read them, filled with an order as it could be. */
export function WordsPreview({ text, language, occasion }: Props) {
  const { t } = useLingui();
  const filled = fillText(text, sampleOrder[language]);
  if (text.trim() === '') return null;
  if ('missing' in filled) {
    const place = `{${filled.missing}}`;
    return <p className={styles.warning}>{t`${place} stands for nothing here.`}</p>;
  }
  return (
    <>
      {occasion?.sms && <SmsMeter {...occasion} text={filled.text} locale={language} />}
      <figure className={styles.preview}>
        <figcaption>{t`As the buyer reads it, with an order made up`}</figcaption>
        <p lang={language}>{filled.text}</p>
      </figure>
    </>
  );
}
