import { notices, type ReplyOf } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Drawer } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { Link } from 'wouter';
import { useReply } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { FilterSelect } from '../../ui/FilterSelect.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { useNewest, useNotices, useReading } from './list.ts';
import styles from './NoticeDrawer.module.css';
import { NoticeRow } from './NoticeRow.tsx';
import { kindName } from './notice.words.ts';

type Notice = notices.NoticeShape;

interface Props {
  readonly onClose: () => void;
  readonly go: (path: string) => void;
  /** Titles of what notices are about, by id, as far as the reader may see them. */
  readonly useTitles: (about: readonly Notice['subject'][]) => ReadonlyMap<string, string>;
}

/** What one should know, newest first: j and k go down and up, Enter leads there, r marks as read. */
export default function NoticeDrawer({ onClose, go, useTitles }: Props) {
  const { t, i18n } = useLingui();
  const [unreadOnly, setUnreadOnly] = useState(false);
  const [kind, setKind] = useState<Notice['kind']>();
  const [at, setAt] = useState(0);
  const [undo, setUndo] = useState<ReplyOf<typeof notices.readNotices> | null>(null);
  const pages = useNotices({ ...(unreadOnly ? { unread: true } : {}), ...(kind ? { kind } : {}) });
  const settings = useReply(notices.getNoticeSettings, {}, { freshFor: 600_000 }).data;
  const { read, unread } = useReading();
  const newest = useNewest();
  const items = pages.items ?? [];
  const titles = useTitles(items.map(({ subject }) => subject));
  const chosen = Math.min(at, items.length - 1);
  const mark = async (ids: readonly string[]) => {
    const done = await read.run({ ids: [...ids] });
    if (done) setUndo(done);
  };
  const open = (one: Notice | undefined) => {
    if (!one) return;
    if (!one.readAt) void read.run({ ids: [one.id] });
    onClose();
    go(one.path);
  };
  const readAll = async () => {
    const done = newest && (await read.run({ upTo: newest }));
    if (done) setUndo(done);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
    const one = items[chosen];
    if (step) setAt(Math.max(0, Math.min(chosen + step, items.length - 1)));
    else if (event.key === 'Enter' && event.target === event.currentTarget) open(one);
    else if (event.key === 'r' && one) void mark([one.id]);
    else return;
    if (chosen > items.length - 5) pages.more();
    event.preventDefault();
  };
  return (
    <Drawer
      open
      onClose={onClose}
      title={t({ message: 'Notices', context: 'bell' })}
      size={420}
      className={styles.drawer ?? ''}
      extra={
        <Button small look="plain" disabled={newest === null} onClick={() => void readAll()}>
          {t`Mark all as read`}
        </Button>
      }
    >
      <div className={styles.filters}>
        <label>
          <input
            type="checkbox"
            checked={unreadOnly}
            onChange={({ target }) => setUnreadOnly(target.checked)}
          />
          {t`Unread only`}
        </label>
        <FilterSelect
          name={t`All kinds`}
          width={168}
          value={kind}
          onChange={(next) => setKind(next as Notice['kind'] | undefined)}
          options={(settings?.kinds ?? []).map(({ kind: value }) => ({
            value,
            label: kindName(value, i18n),
          }))}
        />
        <Link href="/settings/notices" onClick={onClose} className={styles.settings}>
          {t`How I am told`}
        </Link>
      </div>
      <Refusal refusal={read.refusal ?? pages.error} />
      {undo !== null && undo.count > 0 && (
        <p className={styles.undo} role="status">
          {t`${undo.count < 1000 ? undo.count : '1000+'} marked as read.`}
          <Button
            small
            look="plain"
            onClick={() => {
              const { ids, mark } = undo;
              void unread.run({ ids: ids.slice(0, 1000), ...(mark ? { mark } : {}) });
              setUndo(null);
            }}
          >
            {t`Undo`}
          </Button>
        </p>
      )}
      {!pages.items && !pages.error && <Lines count={6} height={58} />}
      {pages.items?.length === 0 && (
        <Empty>
          {unreadOnly || kind
            ? t`Nothing unread here.`
            : t`Nothing yet. Tasks for you, chats handed to you, requests for your approval and announcements will stand here.`}
        </Empty>
      )}
      {items.length > 0 && (
        <ol
          className={styles.list}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the list is walked by keys as a whole
          tabIndex={0}
          ref={(list) => list?.focus({ preventScroll: true })}
          onKeyDown={onKeyDown}
          aria-label={t({ message: 'Notices', context: 'bell' })}
        >
          {items.map((one, n) => (
            <NoticeRow
              key={one.id}
              notice={one}
              title={titles.get(one.subject.id)}
              chosen={n === chosen}
              onOpen={() => open(one)}
              onRead={() => void mark([one.id])}
            />
          ))}
        </ol>
      )}
      {!pages.atEnd && items.length > 0 && (
        <Button look="plain" onClick={pages.more} busy={pages.busy}>
          {t`Show older ones`}
        </Button>
      )}
    </Drawer>
  );
}
