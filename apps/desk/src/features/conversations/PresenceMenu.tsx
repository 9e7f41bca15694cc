import { conversations } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { refresh, useAct } from '../../lib/query.ts';
import { Face } from '../../ui/Face.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { useColleagues } from './members.ts';
import styles from './PresenceMenu.module.css';

interface Props {
  readonly memberId: string;
  readonly name: string;
  readonly onSettings: () => void;
}

/** Oneself: available or away (new buyers go to those who are available), and the way to one's own settings. */
export function PresenceMenu({ memberId, name, onSettings }: Props) {
  const { t } = useLingui();
  const set = useAct(conversations.setPresence, () => refresh(conversations.listPresence));
  const own = useColleagues().get(memberId);
  const away = own?.chosen === 'away';
  const words = away ? t`Away` : t`Available`;
  const choose = (status: 'online' | 'away') => void set.run({ status });
  return (
    <Menu
      items={[
        { key: 'online', label: t`Available`, chosen: !away, onClick: () => choose('online') },
        {
          key: 'away',
          label: t`Away: no new buyers`,
          chosen: away,
          onClick: () => choose('away'),
        },
        { key: 'settings', label: t`My account`, apart: true, onClick: onSettings },
      ]}
      button={(opener) => (
        <button
          type="button"
          className={styles.me}
          aria-label={`${name}, ${words}`}
          title={`${name} · ${words}`}
          {...opener}
        >
          <Face name={name} size={30} status={away ? 'away' : 'online'} />
        </button>
      )}
    />
  );
}
