import { connectors } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { Abilities } from '../../features/connectors/Abilities.tsx';
import { ConnectionForm, EndConnection } from '../../features/connectors/ConnectionForm.tsx';
import { ConnectionList } from '../../features/connectors/ConnectionList.tsx';
import { platformNames } from '../../features/connectors/connector.words.ts';
import { Health } from '../../features/connectors/Health.tsx';
import { NewConnectionDialog } from '../../features/connectors/NewConnectionDialog.tsx';
import { Differences, Waiting } from '../../features/connectors/Waiting.tsx';
import { useFresh } from '../../lib/fresh.ts';
import { useReply } from '../../lib/query.ts';
import { useMay, useSelf } from '../../lib/session.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { Section } from '../../ui/Section.tsx';

/** Shops on other platforms: all of them, or one. */
export default function ConnectionsPlace() {
  const { connectionId } = useParams<{ connectionId?: string }>();
  return connectionId ? (
    <OneConnection key={connectionId} connectionId={connectionId} />
  ) : (
    <AllConnections />
  );
}

function AllConnections() {
  const { t } = useLingui();
  const [, go] = useLocation();
  const [making, setMaking] = useState(false);
  const may = useMay('connections.manage');
  const make = may ? () => setMaking(true) : undefined;
  return (
    <>
      <PageHead
        title={t`Connections`}
        lead={t`Shops whose orders live on another platform: read from there, and what you do to them happens there.`}
        back="/settings"
        backWhenNarrow
        acts={
          make && (
            <Button look="main" onClick={make}>
              <Icon name="plus" size={16} />
              {t`Connect a shop`}
            </Button>
          )
        }
      />
      <ConnectionList onMake={make} />
      {making && (
        <NewConnectionDialog
          onClose={() => setMaking(false)}
          onCreated={(connectionId) => go(`/settings/connections/${connectionId}`)}
        />
      )}
    </>
  );
}

function OneConnection({ connectionId }: { connectionId: string }) {
  const { t } = useLingui();
  const [, go] = useLocation();
  const { shops } = useSelf();
  useFresh(['connection.changed', 'order.acted'], [connectors.getConnection]);
  const { data, error } = useReply(connectors.getConnection, { connectionId });
  if (error) return <Refusal refusal={error} />;
  if (!data) return <Lines count={8} />;
  const { connection, waiting, differences } = data;
  const shop = shops.find(({ id }) => id === connection.shopId)?.name ?? '';
  return (
    <>
      <PageHead
        title={`${shop} · ${platformNames[connection.kind]}`}
        back="/settings/connections"
      />
      <Section
        title={t`How it is`}
        hint={t`While it is away, orders stay readable and say how old they are.`}
      >
        <Health connection={connection} />
      </Section>
      <Section title={t`What it can do`}>
        <Abilities connection={connection} />
      </Section>
      <Section
        wide
        title={t`On their way`}
        hint={t`Each reaches the platform once, however often it is tried.`}
      >
        <Waiting waiting={waiting} />
      </Section>
      {differences.length > 0 && (
        <Section
          wide
          title={t`Last comparison`}
          hint={t`The platform was right; the mirror follows it again.`}
        >
          <Differences differences={differences} />
        </Section>
      )}
      <Section title={t`The connection`}>
        <ConnectionForm key={`${connection.url} ${connection.enabled}`} connection={connection} />
        <EndConnection connection={connection} onEnded={() => go('/settings/connections')} />
      </Section>
    </>
  );
}
