import { channels, type ReplyOf } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Link } from 'wouter';
import { usePages } from '../../lib/pages.ts';
import { useSelf } from '../../lib/session.tsx';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { Row, Rows } from '../../ui/Rows.tsx';
import { Word } from '../../ui/Word.tsx';
import styles from './channel.module.css';

export type Channel = ReplyOf<typeof channels.listWebChannels>['items'][number];

/** Sites that carry the chat; each leads to its settings. */
export function ChannelList({ onMake }: { onMake: (() => void) | undefined }) {
  const { t } = useLingui();
  const { shops } = useSelf();
  const pages = usePages(channels.listWebChannels, { limit: 200 });
  if (pages.error) return <Refusal refusal={pages.error} />;
  if (!pages.items) return <Lines count={2} />;
  if (pages.items.length === 0) {
    return (
      <Empty act={onMake && <Button onClick={onMake}>{t`Set up the chat for a site`}</Button>}>
        {t`With one line on your site, buyers write to you from any of its pages.`}
      </Empty>
    );
  }
  return (
    <Rows label={t`Sites with the chat`}>
      {pages.items.map((channel) => (
        <Row
          key={channel.id}
          quiet={!channel.enabled}
          lead={<i className={styles.dot} style={{ background: channel.colour }} />}
          title={<Link href={`/settings/channels/${channel.id}`}>{channel.name}</Link>}
          sub={[
            shops.length > 1 && shops.find(({ id }) => id === channel.shopId)?.name,
            channel.origins.map((origin) => origin.replace(/^https?:\/\//, '')).join(' · ') ||
              t`no domain yet`,
          ]
            .filter(Boolean)
            .join(' · ')}
          facts={!channel.enabled && <Word tone="quiet">{t`Switched off`}</Word>}
          acts={
            <Link
              href={`/settings/channels/${channel.id}`}
              aria-label={t`Settings of ${channel.name}`}
            >
              <Icon name="next" size={16} />
            </Link>
          }
        />
      ))}
    </Rows>
  );
}
