import type { access } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useSelf } from '../../lib/session.tsx';
import { GroupChecks } from '../../ui/GroupChecks.tsx';
import { permissionGroups, permissionName } from './permission-groups.ts';

interface Props {
  readonly value: readonly access.Permission[];
  readonly onChange: (value: readonly access.Permission[]) => void;
}

/** What a key may do, of what its maker may do. */
export function PermissionChecks({ value, onChange }: Props) {
  const { t, i18n } = useLingui();
  const { grants } = useSelf();
  const groups = permissionGroups(Object.keys(grants) as access.Permission[]);
  return (
    <GroupChecks
      label={t`What it may do`}
      groups={groups.map(({ resource, name, permissions }) => ({
        key: resource,
        name: name ? i18n._(name) : resource,
        values: permissions,
      }))}
      words={(permission) => permissionName(permission, i18n.locale)}
      value={value}
      onChange={onChange}
    />
  );
}
