import { useLingui } from '@lingui/react/macro';
import { Link } from 'wouter';
import { useSelf } from '../../lib/session.tsx';
import type { Entry } from './AuditList.tsx';

const pages: Readonly<Record<string, string>> = {
  buyer: '/buyers/',
  order: '/orders/',
  shop: '/settings/shops/',
  channel: '/settings/channels/',
  import: '/settings/import/',
  case: '/aftersales/',
  promise: '/promises/',
  task: '/tasks/',
  announcement: '/announcements/',
  knowledge: '/library/knowledge/',
  webhook: '/settings/webhooks/',
  connection: '/settings/connections/',
};

/** To what it was done: a name where it is known, a way to it where there is a page. */
export function Subject({
  entry: { subject, actor },
  names,
}: {
  entry: Entry;
  names: ReadonlyMap<string, string>;
}) {
  const { t } = useLingui();
  const { shops } = useSelf();
  if (!subject || subject.id === actor.id) return null;
  const name = names.get(subject.id) ?? shops.find(({ id }) => id === subject.id)?.name;
  const page = pages[subject.kind];
  if (page && /^[0-9a-f-]{36}$/.test(subject.id)) {
    return (
      <>
        {' '}
        <Link href={page + subject.id}>
          {name ?? t({ message: 'open', context: 'what it was done to' })}
        </Link>
      </>
    );
  }
  return name ? (
    <>
      {' '}
      <b>{name}</b>
    </>
  ) : null;
}
