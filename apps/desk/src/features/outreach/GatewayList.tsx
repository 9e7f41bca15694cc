import { outreach, type ReplyOf } from '@guitai/contract';
import { Plural, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { refresh, useAct, useReply } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyIcon } from '../../ui/Copy.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { Row, Rows } from '../../ui/Rows.tsx';
import { ShopNames } from '../../ui/ShopNames.tsx';
import { Word } from '../../ui/Word.tsx';
import { GatewayDialog } from './GatewayDialog.tsx';
import { GatewayTest } from './GatewayTest.tsx';
import styles from './outreach.module.css';
import { channels, gatewayStates, kinds } from './outreach.words.ts';
import { SandboxOutbox } from './SandboxOutbox.tsx';

export type Gateway = ReplyOf<typeof outreach.createMessageGateway>;

/** Every gateway this reader manages: how it is, what went through it, what waits. */
export function GatewayList({ onMake }: { onMake: () => void }) {
  const { t } = useLingui();
  const { data, error } = useReply(outreach.listMessageGateways, {});
  if (error) return <Refusal refusal={error} />;
  if (!data) return <Lines count={3} />;
  if (data.items.length === 0) {
    return (
      <Empty act={<Button onClick={onMake}>{t`Add the first gateway`}</Button>}>
        {t`With a gateway, rules can reach buyers who are not in the chat. Try it with the sandbox: it sends nothing and shows what it would have sent.`}
      </Empty>
    );
  }
  return (
    <Rows label={t`Message gateways`}>
      {data.items.map((gateway) => (
        <GatewayRow key={gateway.id} gateway={gateway} />
      ))}
    </Rows>
  );
}

function GatewayRow({ gateway: g }: { gateway: Gateway }) {
  const { t, i18n } = useLingui();
  const [open, setOpen] = useState<'change' | 'test' | 'outbox'>();
  const update = useAct(outreach.updateMessageGateway, () => refresh(outreach.listMessageGateways));
  const remove = useAct(outreach.removeMessageGateway, () => refresh(outreach.listMessageGateways));
  const { word, tone } = gatewayStates[g.state];
  const close = () => setOpen(undefined);
  return (
    <Row
      quiet={!g.enabled}
      title={
        <>
          {g.name}
          {g.enabled ? (
            <Word tone={tone} title={g.trouble || undefined}>
              {i18n._(word)}
            </Word>
          ) : (
            <Word tone="quiet">{t`Off`}</Word>
          )}
        </>
      }
      sub={
        <>
          {i18n._(kinds[g.kind])} · {i18n._(channels[g.channel])}
          {g.trouble && <> · {g.trouble}</>}
          {g.balance && (
            <>
              {' '}
              · {t`left on the account`}: {g.balance}
            </>
          )}
        </>
      }
      facts={
        <>
          <ShopNames ids={g.shopIds} />
          <span title={t`Within 24 hours`}>
            <Plural value={g.sentToday} one="# message" other="# messages" />
            {g.channel === 'sms' && g.partsToday > 0 && (
              <>
                {' '}
                (<Plural value={g.partsToday} one="# part" other="# parts" />)
              </>
            )}
          </span>
          {g.waiting > 0 && <Word tone="plain">{t`${g.waiting} waiting`}</Word>}
          {g.unknown > 0 && <Word tone="strong">{t`${g.unknown} unknown`}</Word>}
        </>
      }
      acts={
        <>
          <Button small onClick={() => setOpen('test')}>{t`Test`}</Button>
          {g.can.includes('listSandboxMessages') && (
            <Button
              small
              look="plain"
              aria-expanded={open === 'outbox'}
              onClick={() => setOpen(open === 'outbox' ? undefined : 'outbox')}
            >
              {t`Outbox`}
            </Button>
          )}
          <Button small look="plain" onClick={() => setOpen('change')}>{t`Change`}</Button>
          <Button
            small
            look="plain"
            busy={update.busy}
            onClick={() => void update.run({ gatewayId: g.id, enabled: !g.enabled })}
          >
            {g.enabled ? t`Switch off` : t`Switch on`}
          </Button>
          {!g.enabled && (
            <Button
              small
              look="plain"
              busy={remove.busy}
              onClick={() => void remove.run({ gatewayId: g.id })}
            >
              {t`Remove`}
            </Button>
          )}
        </>
      }
      below={
        <>
          <Refusal
            refusal={update.refusal ?? remove.refusal}
            onClose={update.refusal ? update.reset : remove.reset}
          />
          {g.callbackUrl && (
            <p className={styles.soft}>
              {t`Address for receipts and answers`}:{' '}
              <CopyIcon text={g.callbackUrl} name={t`Copy the address`} />
            </p>
          )}
          {open === 'outbox' && <SandboxOutbox gatewayId={g.id} />}
          {open === 'change' && <GatewayDialog gateway={g} onClose={close} />}
          {open === 'test' && <GatewayTest gateway={g} onClose={close} />}
        </>
      }
    />
  );
}
