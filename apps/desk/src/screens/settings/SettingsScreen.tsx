import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { type ComponentType, lazy, Suspense } from 'react';
import { Link, Redirect, useLocation } from 'wouter';
import { PausedMark } from '../../features/webhooks/PausedMark.tsx';
import { useSelf } from '../../lib/session.tsx';
import { useTitle } from '../../lib/title.ts';
import { useWidth } from '../../lib/width.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { type Place, places } from './places.ts';
import styles from './SettingsScreen.module.css';

const screens: Record<Place['id'], ComponentType> = {
  account: lazy(() => import('./AccountPlace.tsx')),
  notices: lazy(() => import('./NoticesPlace.tsx')),
  team: lazy(() => import('./TeamPlace.tsx')),
  roles: lazy(() => import('./RolesPlace.tsx')),
  authority: lazy(() => import('./AuthorityPlace.tsx')),
  keys: lazy(() => import('./KeysPlace.tsx')),
  webhooks: lazy(() => import('./WebhooksPlace.tsx')),
  shops: lazy(() => import('./ShopsPlace.tsx')),
  channels: lazy(() => import('./ChannelsPlace.tsx')),
  connections: lazy(() => import('./ConnectionsPlace.tsx')),
  parcels: lazy(() => import('./ParcelsPlace.tsx')),
  payments: lazy(() => import('./PaymentsPlace.tsx')),
  floors: lazy(() => import('./FloorsPlace.tsx')),
  messageGateways: lazy(() => import('./MessageGatewaysPlace.tsx')),
  import: lazy(() => import('./ImportPlace.tsx')),
  audit: lazy(() => import('./AuditPlace.tsx')),
  system: lazy(() => import('./SystemPlace.tsx')),
};

const groups: readonly {
  readonly id: Place['group'];
  readonly name: (typeof places)[0]['name'];
}[] = [
  { id: 'self', name: msg`Myself` },
  { id: 'shop', name: msg({ message: 'Shop', context: 'settings' }) },
  { id: 'team', name: msg({ message: 'Team', context: 'settings' }) },
];

/** One frame around every place of the settings: the list of places, and the one that is open. */
export default function SettingsScreen() {
  const { t, i18n } = useLingui();
  const [here] = useLocation();
  const { grants } = useSelf();
  const wide = useWidth() > 900;
  const place = places.find(({ start }) => here === start || here.startsWith(`${start}/`));
  if (!place && wide) return <Redirect to="/settings/account" replace />;
  const allowed = place && (!place.permission || grants[place.permission]);
  const Screen = place && screens[place.id];
  return (
    <div className={styles.frame} data-at={place ? 'place' : 'list'}>
      {(wide || !place) && <PlaceList here={place} />}
      {Screen && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        <section className={styles.place} aria-label={i18n._(place.name)} tabIndex={0}>
          <div className={place.id === 'audit' ? styles.wideContent : styles.content}>
            {allowed ? (
              <Suspense fallback={<Lines count={5} />}>
                <Screen />
              </Suspense>
            ) : (
              <Empty>{t`Your role does not open this place. Ask a lead or the owner.`}</Empty>
            )}
          </div>
        </section>
      )}
    </div>
  );
}

function PlaceList({ here }: { here: Place | undefined }) {
  const { t, i18n } = useLingui();
  const { grants, member, team } = useSelf();
  useTitle(t`Settings`);
  const open = places.filter(({ permission }) => !permission || grants[permission]);
  return (
    <nav className={styles.places} aria-label={t`Settings`}>
      <h2>{team.name}</h2>
      {groups.map((group) => {
        const inside = open.filter((place) => place.group === group.id);
        if (inside.length === 0) return null;
        return (
          <section key={group.id}>
            <h3>{group.id === 'self' ? member.name : i18n._(group.name)}</h3>
            <ul>
              {inside.map((place) => (
                <li key={place.id}>
                  <Link href={place.start} aria-current={place === here ? 'page' : undefined}>
                    <Icon name={place.icon} size={17} />
                    <span>{i18n._(place.name)}</span>
                    {place.id === 'webhooks' && (
                      <span className={styles.mark}>
                        <PausedMark />
                      </span>
                    )}
                    <span className={styles.into}>
                      <Icon name="next" size={15} />
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </nav>
  );
}
