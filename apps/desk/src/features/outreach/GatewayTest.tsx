import { outreach } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Input } from 'antd';
import { useState } from 'react';
import { refresh, useAct } from '../../lib/query.ts';
import { Dialog, DialogForm } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { Word } from '../../ui/Word.tsx';
import type { Gateway } from './GatewayList.tsx';

/** One message to a number or address of one's own. */
export function GatewayTest({ gateway, onClose }: { gateway: Gateway; onClose: () => void }) {
  const { t } = useLingui();
  const [to, setTo] = useState('');
  const [said, setSaid] = useState<{ outcome: string; detail: string }>();
  const test = useAct(outreach.testMessageGateway, (reply) => {
    setSaid(reply);
    refresh(outreach.listMessageGateways, outreach.listSandboxMessages);
  });
  const words: Record<string, string> = {
    accepted: t`The gateway accepted it.`,
    refused: t`The gateway refused it.`,
    unknown: t`The gateway did not answer; look whether it arrived.`,
    not_sent: t`The gateway was not reached.`,
  };
  return (
    <Dialog title={t`Test message`} onClose={onClose}>
      {(close) => (
        <DialogForm
          act={t`Send the test`}
          busy={test.busy}
          possible={to.trim().length > 2}
          onCancel={close}
          onSubmit={() => void test.run({ gatewayId: gateway.id, to: to.trim() })}
        >
          <Field
            label={
              gateway.channel === 'sms' ? t`Your own telephone number` : t`Your own e-mail address`
            }
          >
            {(field) => (
              <Input
                {...field}
                autoFocus
                maxLength={200}
                value={to}
                onChange={(event) => setTo(event.target.value)}
              />
            )}
          </Field>
          {said && (
            <p role="status">
              <Word tone={said.outcome === 'accepted' ? 'good' : 'late'}>
                {words[said.outcome]}
              </Word>{' '}
              {said.detail}
            </p>
          )}
          <Refusal refusal={test.refusal} />
        </DialogForm>
      )}
    </Dialog>
  );
}
