import { connectors } from '@guitai/contract';
import { Plural, useLingui } from '@lingui/react/macro';
import { Link } from 'wouter';
import { useFresh } from '../../lib/fresh.ts';
import { usePages } from '../../lib/pages.ts';
import { useSelf } from '../../lib/session.tsx';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { Row, Rows } from '../../ui/Rows.tsx';
import { When } from '../../ui/When.tsx';
import { platformNames } from './connector.words.ts';
import { StateWord } from './StateWord.tsx';

/** Shops whose orders live on another platform; each leads to how it is and what it can do. */
export function ConnectionList({ onMake }: { onMake: (() => void) | undefined }) {
  const { t } = useLingui();
  const { shops } = useSelf();
  useFresh(['connection.changed'], [connectors.listConnections]);
  const pages = usePages(connectors.listConnections, { limit: 200 });
  if (pages.error) return <Refusal refusal={pages.error} />;
  if (!pages.items) return <Lines count={2} />;
  if (pages.items.length === 0) {
    return (
      <Empty act={onMake && <Button onClick={onMake}>{t`Connect a shop`}</Button>}>
        {t`With a connection, orders of your shop appear here by themselves, and what you do to them happens there.`}
      </Empty>
    );
  }
  return (
    <Rows label={t`Connected shops`}>
      {pages.items.map((connection) => {
        const shop = shops.find(({ id }) => id === connection.shopId)?.name ?? '';
        return (
          <Row
            key={connection.id}
            quiet={!connection.enabled}
            title={<Link href={`/settings/connections/${connection.id}`}>{shop}</Link>}
            sub={
              <>
                {platformNames[connection.kind]}
                {connection.lastReadAt && (
                  <>
                    {' · '}
                    {t`read`} <When at={connection.lastReadAt} form="ago" />
                  </>
                )}
                {connection.waiting > 0 && (
                  <>
                    {' · '}
                    <Plural value={connection.waiting} one="# act waits" other="# acts wait" />
                  </>
                )}
              </>
            }
            facts={<StateWord connection={connection} />}
            acts={
              <Link
                href={`/settings/connections/${connection.id}`}
                aria-label={t`Connection of ${shop}`}
              >
                <Icon name="next" size={16} />
              </Link>
            }
          />
        );
      })}
    </Rows>
  );
}
