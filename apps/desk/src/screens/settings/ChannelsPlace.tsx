import { channels } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { ChannelForm } from '../../features/channels/ChannelForm.tsx';
import { ChannelList } from '../../features/channels/ChannelList.tsx';
import { NewChannelDialog } from '../../features/channels/NewChannelDialog.tsx';
import { usePages } from '../../lib/pages.ts';
import { useMay, useSelf } from '../../lib/session.tsx';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Refusal } from '../../ui/Refusal.tsx';

/** The chat on the shops' sites: all of them, or one. */
export default function ChannelsPlace() {
  const { channelId } = useParams<{ channelId?: string }>();
  return channelId ? <OneChannel key={channelId} channelId={channelId} /> : <AllChannels />;
}

function AllChannels() {
  const { t } = useLingui();
  const [, go] = useLocation();
  const [making, setMaking] = useState(false);
  const may = useMay('channels.manage');
  const make = may ? () => setMaking(true) : undefined;
  return (
    <>
      <PageHead
        title={t`Chat on your site`}
        lead={t`One line on a page, and its visitors can write to you; nothing is kept of those who do not.`}
        back="/settings"
        backWhenNarrow
        acts={
          make && (
            <Button look="main" onClick={make}>
              <Icon name="plus" size={16} />
              {t`New site`}
            </Button>
          )
        }
      />
      <ChannelList onMake={make} />
      {making && (
        <NewChannelDialog
          onClose={() => setMaking(false)}
          onCreated={(channelId) => go(`/settings/channels/${channelId}`)}
        />
      )}
    </>
  );
}

function OneChannel({ channelId }: { channelId: string }) {
  const { t } = useLingui();
  const { shops } = useSelf();
  const may = useMay('channels.manage');
  const pages = usePages(channels.listWebChannels, { limit: 200 });
  const channel = pages.items?.find(({ id }) => id === channelId);
  if (pages.error) return <Refusal refusal={pages.error} />;
  if (!pages.items) return <Lines count={8} />;
  if (!channel) return <Empty>{t`There is no such site, or it is not yours.`}</Empty>;
  return (
    <>
      <PageHead title={channel.name} back="/settings/channels" />
      <ChannelForm
        channel={channel}
        shopName={shops.find(({ id }) => id === channel.shopId)?.name ?? channel.name}
        may={may}
      />
    </>
  );
}
