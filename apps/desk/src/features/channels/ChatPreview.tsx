import { useLingui } from '@lingui/react/macro';
import type { Locale } from '../../lib/api.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './ChatPreview.module.css';
import { inkOn } from './origins.rules.ts';

interface Props {
  readonly shopName: string;
  readonly colour: string;
  readonly greeting: string;
  /** Language the buyer reads. */
  readonly locale: Locale;
}

const said: Record<Locale, { hello: string; asked: string; write: string }> = {
  'zh-CN': { hello: '您好，有什么可以帮您？', asked: '这款有现货吗？', write: '输入消息' },
  'zh-TW': { hello: '您好，有什麼可以為您服務？', asked: '這款有現貨嗎？', write: '輸入訊息' },
  en: { hello: 'Hello, how can we help?', asked: 'Is this in stock?', write: 'Write a message' },
};

/** How the chat will look to a buyer, while its colour and words are being chosen. */
export function ChatPreview({ shopName, colour, greeting, locale }: Props) {
  const { t } = useLingui();
  const words = said[locale];
  const ink = { background: colour, color: inkOn(colour) };
  return (
    <figure className={styles.preview}>
      <figcaption>{t`Preview`}</figcaption>
      <div className={styles.sheet} lang={locale} aria-hidden="true">
        <div className={styles.head} style={ink}>
          <b>{shopName}</b>
          <Icon name="close" size={15} />
        </div>
        <div className={styles.talk}>
          <p className={styles.theirs}>{greeting.trim() || words.hello}</p>
          <p className={styles.mine} style={ink}>
            {words.asked}
          </p>
        </div>
        <div className={styles.line}>
          <span>{words.write}</span>
          <i style={{ color: colour }}>
            <Icon name="send" size={16} />
          </i>
        </div>
      </div>
      <i className={styles.button} style={ink}>
        <Icon name="chats" size={22} />
      </i>
    </figure>
  );
}
