import type { access } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Checkbox } from 'antd';
import { useSelf } from '../../lib/session.tsx';
import { Button } from '../../ui/Button.tsx';
import { permissionGroups, permissionName } from './permission-groups.ts';
import styles from './team.module.css';

interface Props {
  readonly value: readonly access.Permission[];
  readonly onChange: (value: readonly access.Permission[]) => void;
}

/** What a key may do, of what its maker may do: one tick each, or a whole group. */
export function PermissionChecks({ value, onChange }: Props) {
  const { t, i18n } = useLingui();
  const { grants } = useSelf();
  const groups = permissionGroups(Object.keys(grants) as access.Permission[]);
  const toggle = (permission: access.Permission, on: boolean) =>
    onChange(on ? [...value, permission] : value.filter((one) => one !== permission));
  return (
    <div>
      <p className={styles.soft} id="key-may">{t`What it may do`}</p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot scroll in every browser */}
      <div className={styles.checks} role="group" aria-labelledby="key-may">
        {groups.map(({ resource, name, permissions }) => {
          const all = permissions.every((one) => value.includes(one));
          const rest = value.filter((one) => !permissions.includes(one));
          return (
            <section key={resource}>
              <h3>
                {name ? i18n._(name) : resource}
                {permissions.length > 1 && (
                  <Button
                    small
                    look="plain"
                    onClick={() => onChange(all ? rest : [...rest, ...permissions])}
                  >
                    {all ? t`None of these` : t`All of these`}
                  </Button>
                )}
              </h3>
              <ul>
                {permissions.map((permission) => (
                  <li key={permission}>
                    <Checkbox
                      checked={value.includes(permission)}
                      onChange={(event) => toggle(permission, event.target.checked)}
                    >
                      {permissionName(permission, i18n.locale)}
                    </Checkbox>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </div>
  );
}
