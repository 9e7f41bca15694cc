import { outreach } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { GatewayDialog } from '../../features/outreach/GatewayDialog.tsx';
import { GatewayList } from '../../features/outreach/GatewayList.tsx';
import { OutreachLimits } from '../../features/outreach/OutreachLimits.tsx';
import { useFresh } from '../../lib/fresh.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Section } from '../../ui/Section.tsx';

/** Who carries text messages and mails, and when and how often automatic ones may come. */
export default function MessageGatewaysPlace() {
  const { t } = useLingui();
  const [making, setMaking] = useState(false);
  useFresh(['outreach.'], [outreach.listMessageGateways], 1500);
  const make = () => setMaking(true);
  return (
    <>
      <PageHead
        title={t`Text messages and mail`}
        lead={t`Gateways through which rules reach buyers outside of the chat. Each message leaves once; what nobody knows about is shown, never sent twice by itself.`}
        back="/settings"
        backWhenNarrow
        acts={
          <Button look="main" onClick={make}>
            <Icon name="plus" size={16} />
            {t`New gateway`}
          </Button>
        }
      />
      <GatewayList onMake={make} />
      <Section
        title={t`When and how often`}
        hint={t`For all automatic messages of a shop together, whatever rule sends them.`}
      >
        <OutreachLimits />
      </Section>
      {making && <GatewayDialog onClose={() => setMaking(false)} />}
    </>
  );
}
