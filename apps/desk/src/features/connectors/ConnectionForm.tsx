import { connectors } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Input, Switch } from 'antd';
import { useState } from 'react';
import { refresh, useAct } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyBox } from '../../ui/Copy.tsx';
import { Dialog, DialogForm } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { SaveBar } from '../../ui/SaveBar.tsx';
import { Credentials, filled } from './Credentials.tsx';
import styles from './connector.module.css';
import type { Connection } from './connector.words.ts';

/** Address, credentials, on and off. */
export function ConnectionForm({ connection }: { connection: Connection }) {
  const { t } = useLingui();
  const [url, setUrl] = useState(connection.url);
  const [enabled, setEnabled] = useState(connection.enabled);
  const [secrets, setSecrets] = useState<Readonly<Record<string, string>>>({});
  const forget = () => {
    setUrl(connection.url);
    setEnabled(connection.enabled);
    setSecrets({});
  };
  const save = useAct(connectors.updateConnection, () => {
    setSecrets({});
    refresh(connectors.listConnections, connectors.getConnection);
  });
  const given = filled(secrets);
  const change = {
    ...(url.trim() === connection.url ? {} : { url: url.trim() }),
    ...(enabled === connection.enabled ? {} : { enabled }),
    ...(Object.keys(given).length > 0 ? { secrets: given } : {}),
  };
  return (
    <>
      <div className={styles.switch}>
        <Switch aria-label={t`The connection is on`} checked={enabled} onChange={setEnabled} />
        <span>
          {enabled
            ? t`Read and written`
            : t`Switched off: orders stay as they were read last, nothing can be done to them`}
        </span>
      </div>
      <Field label={t`Address of the platform`} width={600}>
        {(field) => (
          <Input {...field} value={url} onChange={(event) => setUrl(event.target.value)} />
        )}
      </Field>
      <Credentials kind={connection.kind} value={secrets} onChange={setSecrets} kept />
      {connection.kind !== 'vendure' && (
        <Field
          label={t`Address for its notifications`}
          hint={t`Enter it there for orders, refunds and parcels; then changes arrive at once instead of within a minute.`}
          width={600}
        >
          {() => (
            <CopyBox
              text={`${location.origin}${connection.hookPath}`}
              label={t`Address for its notifications`}
            />
          )}
        </Field>
      )}
      <Refusal refusal={save.refusal} />
      <SaveBar
        changed={Object.keys(change).length > 0}
        possible={url.trim() !== ''}
        busy={save.busy}
        onSave={() => void save.run({ connectionId: connection.id, ...change })}
        onForget={forget}
      />
    </>
  );
}

/** Ends the connection after one more question. */
export function EndConnection({
  connection,
  onEnded,
}: {
  connection: Connection;
  onEnded: () => void;
}) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const end = useAct(connectors.removeConnection, () => {
    refresh(connectors.listConnections);
    onEnded();
  });
  return (
    <>
      <div>
        <Button onClick={() => setAsking(true)}>{t`End the connection…`}</Button>
      </div>
      {asking && (
        <Dialog title={t`End the connection`} onClose={() => setAsking(false)} width={480}>
          {(close) => (
            <DialogForm
              act={t`End it`}
              danger
              busy={end.busy}
              onCancel={close}
              onSubmit={() => void end.run({ connectionId: connection.id })}
            >
              <p>{t`Its orders stay here as they were read last. What has not arrived there will be told as failed.`}</p>
              <Refusal refusal={end.refusal} />
            </DialogForm>
          )}
        </Dialog>
      )}
    </>
  );
}
