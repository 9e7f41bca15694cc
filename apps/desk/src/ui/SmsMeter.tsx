import { outreach } from '@guitai/contract';
import { countParts, smsText } from '@guitai/contract/outreach.sms';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useReply } from '../lib/query.ts';
import styles from './SmsMeter.module.css';

interface Props {
  /** The words with their places filled in. */
  readonly text: string;
  readonly shopId: string;
  readonly topic: 'service' | 'marketing';
  /** Language of the buyer. */
  readonly locale: string;
}

const micro = 1_000_000;

/** What one of these costs; parts are so cheap that two digits would say nothing. */
function priceOf(micros: number, currency: string, locale: string): string {
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 4 };
  const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
  return new Intl.NumberFormat(locale, { ...style, ...digits }).format(micros / micro);
}

/** A text message as it would leave by the shop's gateway: what is added to it, its length, its parts, its price. */
export function SmsMeter({ text, shopId, topic, locale }: Props) {
  const { t, i18n } = useLingui();
  const { data: terms } = useReply(outreach.getSmsTerms, { shopId });
  const leaves = smsText(text, { topic, locale, gateway: terms?.gateway ?? null });
  const { alphabet, parts, units, left } = countParts(leaves);
  const added = leaves.slice(text.length).trim();
  const price =
    terms?.priceMicros && terms.currency
      ? priceOf(terms.priceMicros * parts, terms.currency, i18n.locale)
      : null;
  return (
    <p className={styles.meter} data-long={parts > 1 || undefined} aria-live="polite">
      <span>
        <Plural value={units} one="# character" other="# characters" />
      </span>
      <abbr
        title={
          alphabet === 'gsm7'
            ? t`Latin letters only: 160 to a part, 153 where there are several.`
            : t`Chinese or signs beyond the Latin ones: 70 to a part, 67 where there are several.`
        }
      >
        {alphabet === 'gsm7' ? 'GSM-7' : 'UCS-2'}
      </abbr>
      <strong>
        <Plural value={parts} one="# part" other="# parts" />
      </strong>
      <span>{t`${left} left in it`}</span>
      {price && <span>{t`about ${price} each`}</span>}
      {added && (
        <span>
          <Trans>
            with “<b>{added}</b>” at its end
          </Trans>
        </span>
      )}
      {terms && terms.gateway === null && (
        <span className={styles.none}>{t`no gateway for text messages yet`}</span>
      )}
    </p>
  );
}
