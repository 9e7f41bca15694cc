import { conversations } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Dropdown } from 'antd';
import { refresh, useAct } from '../../lib/query.ts';
import { Face } from '../../ui/Face.tsx';
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
    <Dropdown
      trigger={['click']}
      placement="topRight"
      menu={{
        selectedKeys: [away ? 'away' : 'online'],
        items: [
          { key: 'online', label: t`Available`, onClick: () => choose('online') },
          { key: 'away', label: t`Away: no new buyers`, onClick: () => choose('away') },
          { type: 'divider' },
          { key: 'settings', label: t`My account`, onClick: onSettings },
        ],
      }}
    >
      <button
        type="button"
        className={styles.me}
        aria-label={`${name}, ${words}`}
        title={`${name} · ${words}`}
        aria-haspopup="menu"
      >
        <Face name={name} size={30} status={away ? 'away' : 'online'} />
      </button>
    </Dropdown>
  );
}
