import { useLingui } from '@lingui/react/macro';
import { useMay } from '../../lib/session.tsx';
import { Tabs } from '../../ui/Tabs.tsx';

const views = ['current', 'unconfirmed', 'scheduled', 'past'] as const;
export type AnnouncementView = (typeof views)[number];

export const isAnnouncementView = (text: string | undefined): text is AnnouncementView =>
  (views as readonly (string | undefined)[]).includes(text);

interface Props {
  readonly view: AnnouncementView;
  readonly onChange: (view: AnnouncementView) => void;
}

export function AnnouncementTabs({ view, onChange }: Props) {
  const { t } = useLingui();
  const publishes = useMay('announcements.publish');
  const names: Record<AnnouncementView, string> = {
    current: t({ message: 'Current', context: 'announcements' }),
    unconfirmed: t`To be confirmed`,
    scheduled: t({ message: 'Scheduled', context: 'announcement' }),
    past: t({ message: 'Over or withdrawn', context: 'announcements' }),
  };
  const shown = views.filter((one) => publishes || one === 'current' || one === 'unconfirmed');
  return (
    <Tabs
      label={t`Which announcements`}
      value={view}
      onChange={onChange}
      tabs={shown.map((value) => ({ value, label: names[value] }))}
    />
  );
}
