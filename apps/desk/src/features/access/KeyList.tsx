import { access, type ReplyOf } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Popconfirm } from 'antd';
import { useNow } from '../../lib/clock.ts';
import { usePages } from '../../lib/pages.ts';
import { refresh, useAct } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { PagedRows } from '../../ui/PagedRows.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { Row } from '../../ui/Rows.tsx';
import { ShopNames } from '../../ui/ShopNames.tsx';
import { When } from '../../ui/When.tsx';
import { Word } from '../../ui/Word.tsx';
import { permissionName } from './permission-groups.ts';

type Key = ReplyOf<typeof access.listApiKeys>['items'][number];

/** API keys, newest first, with their last use; those that ended are shown quietly. */
export function KeyList({ onMake }: { onMake: () => void }) {
  const { t } = useLingui();
  const pages = usePages(access.listApiKeys, { limit: 50 });
  const none = (
    <Empty act={<Button onClick={onMake}>{t`Make the first key`}</Button>}>
      {t`Keys let a program of yours read orders or write to buyers without anybody's password.`}
    </Empty>
  );
  return (
    <PagedRows pages={pages} label={t`API keys`} lines={2} empty={none}>
      {(key) => <KeyRow key={key.id} apiKey={key} />}
    </PagedRows>
  );
}

function KeyRow({ apiKey }: { apiKey: Key }) {
  const { t, i18n } = useLingui();
  const now = useNow(60_000);
  const revoke = useAct(access.revokeApiKey, () => refresh(access.listApiKeys));
  const expired = apiKey.expiresAt !== null && Date.parse(apiKey.expiresAt) <= now;
  const over = expired || apiKey.revokedAt !== null;
  return (
    <Row
      quiet={over}
      title={
        <>
          {apiKey.name}
          <code>{apiKey.prefix}…</code>
        </>
      }
      sub={
        <>
          {apiKey.permissions.map((one) => permissionName(one, i18n.locale)).join(' · ')}
          <br />
          {apiKey.createdBy && <>{apiKey.createdBy.name} · </>}
          <When at={apiKey.createdAt} form="day" /> ·{' '}
          {apiKey.lastUsedAt ? (
            <>
              {t`last used`} <When at={apiKey.lastUsedAt} form="ago" />
            </>
          ) : (
            t`never used`
          )}
        </>
      }
      facts={
        <>
          <ShopNames ids={apiKey.shopIds} />
          {apiKey.revokedAt ? (
            <Word tone="quiet">{t`Revoked`}</Word>
          ) : expired ? (
            <Word tone="quiet">{t({ message: 'Expired', context: 'key' })}</Word>
          ) : apiKey.expiresAt ? (
            <span>
              {t`until`} <When at={apiKey.expiresAt} form="day" />
            </span>
          ) : (
            <span>{t`without end`}</span>
          )}
        </>
      }
      acts={
        apiKey.can.includes('revokeApiKey') && (
          <Popconfirm
            title={t`Programs that use this key stop working at once.`}
            okText={t`Revoke`}
            onConfirm={() => void revoke.run({ keyId: apiKey.id })}
          >
            <Button small look="plain" busy={revoke.busy}>
              {t`Revoke`}
            </Button>
          </Popconfirm>
        )
      }
      below={revoke.refusal && <Refusal refusal={revoke.refusal} onClose={revoke.reset} />}
    />
  );
}
