import { teamwork } from '@guitai/contract';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { lazy, Suspense, useState } from 'react';
import { useLocation, useParams, useSearch } from 'wouter';
import {
  AnnouncementRow,
  announcementRowHeight,
} from '../../features/teamwork/AnnouncementRow.tsx';
import { AnnouncementSheet } from '../../features/teamwork/AnnouncementSheet.tsx';
import { useAnnouncementsFresh } from '../../features/teamwork/announcements.ts';
import { WorkTabs } from '../../features/teamwork/WorkTabs.tsx';
import { useFilters } from '../../lib/filters.ts';
import { useCommands } from '../../lib/keys.ts';
import { usePages } from '../../lib/pages.ts';
import { useMay } from '../../lib/session.tsx';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { EndlessList } from '../../ui/EndlessList.tsx';
import { SplitPage } from '../../ui/SplitPage.tsx';
import { AnnouncementTabs, isAnnouncementView } from './AnnouncementTabs.tsx';

const AnnouncementForm = lazy(() => import('../../features/teamwork/AnnouncementForm.tsx'));

/** What leaders say to all: to read, to confirm, and for those who publish, to write. */
export default function AnnouncementsScreen() {
  const { t } = useLingui();
  const { announcementId } = useParams<{ announcementId?: string }>();
  const search = useSearch();
  const [, go] = useLocation();
  const [filters, change] = useFilters(['view']);
  const [writing, setWriting] = useState<teamwork.AnnouncementShape | 'new'>();
  const publishes = useMay('announcements.publish');
  const query = search ? `?${search}` : '';
  const view = isAnnouncementView(filters.view) ? filters.view : 'current';
  const pages = usePages(teamwork.listAnnouncements, { view, limit: 30 });
  useAnnouncementsFresh();
  useCommands([
    {
      id: 'announcements.new',
      name: msg`New announcement`,
      group: msg({ message: 'Announcements', context: 'rail' }),
      key: 'x',
      possible: publishes,
      run: () => setWriting('new'),
    },
  ]);
  const write = publishes && (
    <Button small look="main" hint="x" onClick={() => setWriting('new')}>
      {t`New announcement`}
    </Button>
  );
  const empty = {
    current: t`No announcements. What leaders tell everybody will stand here.`,
    unconfirmed: t`Nothing waits for your confirmation.`,
    scheduled: t`Nothing is scheduled.`,
    past: t`Nothing is over or withdrawn.`,
  };
  return (
    <>
      <SplitPage
        title={t({ message: 'Announcements', context: 'rail' })}
        home={`/announcements${query}`}
        tabs={<WorkTabs at="announcements" />}
        acts={write}
        filters={
          <AnnouncementTabs
            view={view}
            onChange={(next) => change({ view: next === 'current' ? undefined : next })}
          />
        }
        list={
          <EndlessList
            pages={pages}
            idOf={(one) => one.id}
            hrefOf={(one) => `/announcements/${one.id}${query}`}
            open={announcementId}
            row={(one) => <AnnouncementRow one={one} />}
            height={announcementRowHeight}
            label={t({ message: 'Announcements', context: 'rail' })}
            empty={<Empty act={view === 'current' ? write : undefined}>{empty[view]}</Empty>}
          />
        }
        detailName={t({ message: 'Announcement', context: 'pane' })}
        {...(announcementId
          ? {
              detail: (
                <AnnouncementSheet
                  key={announcementId}
                  announcementId={announcementId}
                  onEdit={setWriting}
                />
              ),
            }
          : {})}
      />
      <Suspense fallback={null}>
        {writing && (
          <AnnouncementForm
            {...(writing === 'new' ? {} : { one: writing })}
            onClose={() => setWriting(undefined)}
            onDone={(id) => go(`/announcements/${id}${query}`)}
          />
        )}
      </Suspense>
    </>
  );
}
