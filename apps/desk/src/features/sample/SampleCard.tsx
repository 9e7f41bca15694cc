import { sample } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Popconfirm } from 'antd';
import { Link } from 'wouter';
import { cache, useAct, useReply } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { When } from '../../ui/When.tsx';
import styles from './SampleCard.module.css';

/** The sample shop: brought in by one click, taken away by another. */
export function SampleCard() {
  const { t } = useLingui();
  const here = useReply(sample.getSampleShop, {});
  const again = () => void cache.invalidateQueries();
  const load = useAct(sample.loadSampleShop, again);
  const remove = useAct(sample.removeSampleShop, again);
  if (here.error) return <Refusal refusal={here.error} />;
  if (!here.data) return <Lines count={1} />;
  const { loaded, loadedAt, counts, can } = here.data;
  return (
    <div className={styles.card}>
      <p>
        {loaded
          ? t`Here: ${counts.products} products, ${counts.buyers} buyers, ${counts.orders} orders, ${counts.conversations} chats and ${counts.members} colleagues, all invented.`
          : t`A small invented shop with products, buyers, orders in every state and a few chats, to try everything out. Your own data is not touched.`}
        {loadedAt && (
          <small>
            {t`Brought in`} <When at={loadedAt} form="dateTime" />
          </small>
        )}
      </p>
      <div className={styles.acts}>
        {loaded && (
          <>
            <a href="/shop/" target="_blank" rel="noreferrer">
              {t`Open the demo storefront`}
            </a>
            <Link href="/inbox">{t`To the chats`}</Link>
          </>
        )}
        {!loaded && can.includes('loadSampleShop') && (
          <Button look="main" busy={load.busy} onClick={() => void load.run({})}>
            {load.busy ? t`Bringing it in…` : t`Bring in the sample shop`}
          </Button>
        )}
        {loaded && can.includes('removeSampleShop') && (
          <Popconfirm
            title={t`Take the sample shop away?`}
            description={t`With everything in it, also what was added to it by trying.`}
            okText={t`Take away`}
            onConfirm={() => void remove.run({})}
          >
            <Button busy={remove.busy}>{t`Take it away`}</Button>
          </Popconfirm>
        )}
      </div>
      <Refusal refusal={load.refusal ?? remove.refusal} />
    </div>
  );
}
