import { useLingui } from '@lingui/react/macro';
import { useMay } from '../../lib/session.tsx';
import { TitleTabs } from '../../ui/TitleTabs.tsx';

/** The two halves of what people of the team owe each other. */
export function WorkTabs({ at }: { at: 'tasks' | 'announcements' }) {
  const { t } = useLingui();
  const may = useMay('tasks.read');
  const tasks = { href: '/tasks', name: t({ message: 'Tasks', context: 'rail' }) };
  const announcements = {
    href: '/announcements',
    name: t({ message: 'Announcements', context: 'rail' }),
  };
  const tabs = [
    ...(may ? [{ ...tasks, current: at === 'tasks' }] : []),
    { ...announcements, current: at === 'announcements' },
  ];
  return <TitleTabs label={t`Tasks and announcements`} tabs={tabs} />;
}
