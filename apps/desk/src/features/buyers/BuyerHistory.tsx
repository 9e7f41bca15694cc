import { buyers } from '@guitai/contract';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { usePages } from '../../lib/pages.ts';
import { Button } from '../../ui/Button.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { When } from '../../ui/When.tsx';
import styles from './BuyerHistory.module.css';

const acts = {
  'buyer.changed': msg({ message: 'changed the profile', context: 'buyer history' }),
  'buyer.tagged': msg({ message: 'changed the tags', context: 'buyer history' }),
  'buyer.blocked': msg({ message: 'put on the blocklist', context: 'buyer history' }),
  'buyer.unblocked': msg({ message: 'took off the blocklist', context: 'buyer history' }),
  'buyer.matched': msg({ message: 'took for a known buyer', context: 'buyer history' }),
  'buyer.unmatched': msg({ message: 'took that back', context: 'buyer history' }),
  'buyer.merged': msg({ message: 'merged another buyer in', context: 'buyer history' }),
  'buyer.parted': msg({ message: 'parted them again', context: 'buyer history' }),
} as const;

const fields = {
  name: msg({ message: 'Name', context: 'buyer history' }),
  level: msg({ message: 'Level', context: 'buyer history' }),
  friendliness: msg({ message: 'Friendliness', context: 'buyer history' }),
  remark: msg({ message: 'Remark', context: 'buyer history' }),
  tags: msg({ message: 'Tags', context: 'buyer history' }),
  phone: msg({ message: 'Phone', context: 'buyer history' }),
  email: msg({ message: 'E-mail', context: 'buyer history' }),
  address: msg({ message: 'Address', context: 'buyer history' }),
} as const;

/** A15: what was changed of a profile, by whom, from what to what, and why. */
export function BuyerHistory({ buyerId }: { buyerId: string }) {
  const { t, i18n } = useLingui();
  const pages = usePages(buyers.listBuyerHistory, { buyerId, limit: 10 });
  if (pages.error) return <Refusal refusal={pages.error} />;
  if (!pages.items || pages.items.length === 0) return null;
  return (
    <section className={styles.history} aria-label={t`History of the profile`}>
      <h3>{t`History of the profile`}</h3>
      <ol>
        {pages.items.map((one) => (
          <li key={one.id}>
            <p>
              <b>{one.byName || (one.byRule ? t`A rule` : 'Guitai')}</b>{' '}
              {i18n._(acts[one.action as keyof typeof acts])} <When at={one.at} form="ago" />
            </p>
            {one.reason && <p className={styles.why}>{one.reason}</p>}
            {one.changes.map(({ field, before, after }) => (
              <p key={field} className={styles.change}>
                <span>{i18n._(fields[field])}</span>
                {field !== 'address' && (
                  <>
                    <s>{before ?? t({ message: 'nothing', context: 'buyer history' })}</s>→{' '}
                    <ins>{after ?? t({ message: 'nothing', context: 'buyer history' })}</ins>
                  </>
                )}
              </p>
            ))}
          </li>
        ))}
      </ol>
      {!pages.atEnd && (
        <Button small look="plain" busy={pages.busy} onClick={pages.more}>
          {t`Earlier changes`}
        </Button>
      )}
    </section>
  );
}
