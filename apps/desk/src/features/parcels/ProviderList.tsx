import { parcels } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Switch } from 'antd';
import { refresh, useAct, useReply } from '../../lib/query.ts';
import { useSelf } from '../../lib/session.tsx';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { Row, Rows } from '../../ui/Rows.tsx';
import { Word } from '../../ui/Word.tsx';
import { providerNames } from './parcel.words.ts';

const again = () => refresh(parcels.listParcelProviders);

/** Who is asked where parcels are, and how each is. */
export function ProviderList({ onMake }: { onMake: (() => void) | undefined }) {
  const { t } = useLingui();
  const list = useReply(parcels.listParcelProviders, {});
  if (list.error) return <Refusal refusal={list.error} />;
  if (!list.data) return <Lines count={2} />;
  if (list.data.items.length === 0)
    return (
      <Empty act={onMake && <Button onClick={onMake}>{t`Add an account`}</Button>}>
        {t`With an account at a tracking service, parcels report by themselves where they are, and stopped ones are found.`}
      </Empty>
    );
  return (
    <Rows label={t`Tracking accounts`}>
      {list.data.items.map((one) => (
        <ProviderRow key={one.id} one={one} />
      ))}
    </Rows>
  );
}

function ProviderRow({ one }: { one: parcels.ParcelProviderShape }) {
  const { t } = useLingui();
  const { shops } = useSelf();
  const update = useAct(parcels.updateParcelProvider, again);
  const remove = useAct(parcels.removeParcelProvider, again);
  const { id: providerId, watching } = one;
  const words = {
    new: t`not asked yet`,
    ok: t`works`,
    down: t`does not answer`,
    denied: t`access refused`,
  };
  const tone = one.state === 'ok' ? 'good' : one.state === 'new' ? 'quiet' : 'late';
  return (
    <Row
      quiet={!one.enabled}
      title={providerNames[one.kind]}
      sub={
        <>
          {shops.find(({ id }) => id === one.shopId)?.name ?? t`every shop`} ·{' '}
          {t`${watching} parcels under way`}
          <br />
          {t`Callbacks:`} <code>{one.callbackPath}</code>
        </>
      }
      facts={
        <Word tone={tone} title={one.trouble || undefined}>
          {words[one.state]}
        </Word>
      }
      acts={
        one.can.length > 0 && (
          <>
            <Switch
              size="small"
              checked={one.enabled}
              aria-label={t`Ask this service`}
              onChange={(enabled) => void update.run({ providerId, enabled })}
            />
            <Button
              small
              look="plain"
              busy={remove.busy}
              onClick={() => void remove.run({ providerId })}
            >
              {t`Remove`}
            </Button>
          </>
        )
      }
      below={<Refusal refusal={update.refusal ?? remove.refusal} />}
    />
  );
}
