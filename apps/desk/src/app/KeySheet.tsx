import { useLingui } from '@lingui/react/macro';
import { Modal } from 'antd';
import { type Command, commandsNow, keyLabel, worded } from '../lib/keys.ts';
import styles from './KeySheet.module.css';

/** Every key that works on this screen, by group. */
export default function KeySheet({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useLingui();
  const groups = Map.groupBy(
    commandsNow()
      .filter(hasKey)
      .filter(({ unlisted }) => !unlisted),
    (command) => worded(command.group, i18n),
  );
  return (
    <Modal open title={t`Keys`} footer={null} onCancel={onClose} width={720}>
      <div className={styles.groups}>
        {[...groups].map(([name, commands]) => (
          <section key={name}>
            <h3>{name}</h3>
            <dl>
              {commands.map((command) => (
                <div key={command.id}>
                  <dt>{worded(command.name, i18n)}</dt>
                  <dd>
                    <kbd>{keyLabel(command.key)}</kbd>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}

const hasKey = (command: Command): command is Command & { key: string } =>
  command.key !== undefined;
