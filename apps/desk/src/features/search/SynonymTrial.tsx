import { catalog } from '@guitai/contract';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link } from 'wouter';
import { useReply } from '../../lib/query.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import styles from './Synonyms.module.css';

/** What the product search finds now, as a buyer or a colleague would ask; follows every change of the words. */
export function SynonymTrial({ shopId }: { shopId: string }) {
  const { t } = useLingui();
  const [q, setQ] = useState('');
  const found = useReply(
    catalog.searchProducts,
    { q, shopId, limit: 20 },
    { when: q !== '', keepPrevious: true },
  );
  const known = useReply(catalog.getSynonyms, { shopId });
  const alike = (known.data?.groups ?? []).filter(({ words }) =>
    words.some((word) => q.includes(word)),
  );
  return (
    <section aria-label={t`Try it`} className={styles.trial}>
      <h2>
        <Trans>Try it</Trans>
      </h2>
      <SearchBox keyed={false} value={q} onSearch={setQ} placeholder={t`Ask as a buyer would`} />
      {alike.map(({ id, words }) => (
        <p key={id} className={styles.alike}>
          {words.join(' = ')}
        </p>
      ))}
      <Refusal refusal={found.error} />
      {q !== '' && found.data?.items.length === 0 && <Empty>{t`No product is found.`}</Empty>}
      {q !== '' && (
        <ol>
          {found.data?.items.map(({ id, title, sku }) => (
            <li key={id}>
              <Link href={`/products/${id}`}>{title}</Link> <small>{sku}</small>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
