import { scripts } from '@guitai/contract';
import { Trans, useLingui } from '@lingui/react/macro';
import { api } from '../../lib/api.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './Editor.module.css';
import type { Language, Part } from './editor.rules.ts';
import { Gapped } from './Gapped.tsx';
import { filledWith, sampleValues } from './variables.ts';

interface Props {
  readonly parts: readonly Part[];
  readonly language: Language;
}

/** How an invented buyer would see it. */
export function Preview({ parts, language }: Props) {
  const { t } = useLingui();
  return (
    <section className={styles.preview} aria-label={t`As a buyer sees it`}>
      <h3>
        <Trans>As a buyer sees it</Trans>
      </h3>
      {parts.map((part, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other name than their place
        <div key={n} className={styles.bubble}>
          <Shown part={part} language={language} />
        </div>
      ))}
    </section>
  );
}

function Shown({ part, language }: { part: Part; language: Language }) {
  const { t } = useLingui();
  if (part.kind === 'picture')
    return (
      <img
        alt=""
        src={api.url(scripts.getScriptPicture, { pictureId: part.pictureId, size: 'thumbnail' })}
      />
    );
  if (part.kind === 'product')
    return (
      <span>
        <Icon name="products" size={14} /> {t`Product card`}
      </span>
    );
  if (part.kind === 'coupon')
    return (
      <span>
        <Icon name="tag" size={14} /> {t`Coupon`}
      </span>
    );
  if (part.kind === 'order')
    return (
      <span>
        <Icon name="orders" size={14} /> {t`Order card`} #{sampleValues[language]['order.number']}
      </span>
    );
  const words =
    part.text[language] || part.text['zh-CN'] || part.text['zh-TW'] || part.text.en || '';
  return <Gapped text={filledWith(words, sampleValues[language])} />;
}
