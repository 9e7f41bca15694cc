import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Suspense, useState } from 'react';
import { useLocation } from 'wouter';
import { soon } from '../../lib/ahead.ts';
import { useCommands } from '../../lib/keys.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useUnread } from './list.ts';
import type NoticeDrawerOf from './NoticeDrawer.tsx';
import { useRinging } from './ring.ts';

const NoticeDrawer = soon(() => import('./NoticeDrawer.tsx'));

interface Props {
  readonly className: string | undefined;
  readonly badgeClass: string | undefined;
  readonly useTitles: Parameters<typeof NoticeDrawerOf>[0]['useTitles'];
}

/** The bell in the rail: how much is unread, and the list behind it. */
export function Bell({ className, badgeClass, useTitles }: Props) {
  const { t } = useLingui();
  const [, go] = useLocation();
  const [open, setOpen] = useState(false);
  const unread = useUnread();
  useRinging(go);
  useCommands([
    {
      id: 'notices',
      name: msg({ message: 'Notices', context: 'bell' }),
      group: msg`Anywhere`,
      key: 'u',
      run: () => setOpen(true),
    },
  ]);
  const name = t({ message: 'Notices', context: 'bell' });
  return (
    <>
      <button
        type="button"
        className={className}
        onClick={() => setOpen(true)}
        title={`${name} (U)`}
        aria-haspopup="dialog"
      >
        <Icon name="bell" size={20} />
        {unread > 0 && (
          <b className={badgeClass} title={t`${unread} unread`} data-unread={unread}>
            {unread > 99 ? '99+' : unread}
          </b>
        )}
        <span>{name}</span>
      </button>
      <Suspense fallback={null}>
        {open && <NoticeDrawer onClose={() => setOpen(false)} go={go} useTitles={useTitles} />}
      </Suspense>
    </>
  );
}
