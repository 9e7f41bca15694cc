import { access, type teamwork } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Checkbox, Segmented, Select } from 'antd';
import { useSelf } from '../../lib/session.tsx';
import { Field } from '../../ui/Field.tsx';
import styles from './announcements.module.css';

type Audience = teamwork.AudienceShape;

interface Props {
  readonly value: Audience;
  readonly onChange: (audience: Audience) => void;
}

const kinds = ['all', 'shops', 'roles'] as const;

/** Whom an announcement is for: everybody, shops, roles; who publishes for their own shops alone chooses among these. */
export function AudienceField({ value, onChange }: Props) {
  const { t } = useLingui();
  const { shops, grants } = useSelf();
  const everywhere = grants['announcements.publish'] === 'all';
  const kindWords = {
    all: t({ message: 'Everybody', context: 'audience' }),
    shops: t({ message: 'Shops', context: 'audience' }),
    roles: t({ message: 'Roles', context: 'audience' }),
  };
  const startOf = (kind: Audience['kind']): Audience => {
    if (kind === 'all') return { kind };
    return kind === 'shops'
      ? { kind, shopIds: shops.slice(0, 1).map(({ id }) => id) }
      : { kind, roles: ['agent'] };
  };
  return (
    <Field label={t({ message: 'For', context: 'announcement' })} width={590}>
      {({ id }) => (
        <div className={styles.audience}>
          {everywhere && (
            <Segmented
              value={value.kind}
              onChange={(kind) => onChange(startOf(kind))}
              options={kinds.map((kind) => ({ value: kind, label: kindWords[kind] }))}
            />
          )}
          {value.kind === 'shops' && (
            <Select
              id={id}
              mode="multiple"
              style={{ minWidth: 240 }}
              aria-label={kindWords.shops}
              value={value.shopIds}
              onChange={(shopIds) => onChange({ kind: 'shops', shopIds })}
              options={shops.map((shop) => ({ value: shop.id, label: shop.name }))}
            />
          )}
          {value.kind === 'roles' && <RoleChecks value={value.roles} onChange={onChange} />}
        </div>
      )}
    </Field>
  );
}

function RoleChecks({ value, onChange }: { value: access.RoleName[] } & Pick<Props, 'onChange'>) {
  const { t } = useLingui();
  const words: Record<access.RoleName, string> = {
    owner: t({ message: 'Owner', context: 'role' }),
    lead: t({ message: 'Lead', context: 'role' }),
    agent: t({ message: 'Agent', context: 'role' }),
    observer: t({ message: 'Observer', context: 'role' }),
  };
  return (
    <Checkbox.Group
      value={value}
      onChange={(roles) =>
        roles.length > 0 && onChange({ kind: 'roles', roles: roles as access.RoleName[] })
      }
      options={access.roleNames.map((role) => ({ value: role, label: words[role] }))}
    />
  );
}
