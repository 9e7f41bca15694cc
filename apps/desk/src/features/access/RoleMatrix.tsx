import { access } from '@guitai/contract';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Fragment } from 'react';
import { useReply } from '../../lib/query.ts';
import { useSelf } from '../../lib/session.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { roleLeads, roleWords } from './access.words.ts';
import { permissionGroups, permissionName } from './permission-groups.ts';
import styles from './RoleMatrix.module.css';

const scopeWords = {
  all: msg({ message: 'all', context: 'scope' }),
  shop: msg({ message: 'own shops', context: 'scope' }),
  own: msg({ message: 'own and queue', context: 'scope' }),
};

/** Roles across, permissions down; each cell says how far it reaches. */
export function RoleMatrix() {
  const { t, i18n } = useLingui();
  const { member } = useSelf();
  const roles = useReply(access.listRoles, {});
  if (roles.error) return <Refusal refusal={roles.error} />;
  if (!roles.data) return <Lines count={8} height={40} />;
  const { items } = roles.data;
  const granted = items.map(
    ({ grants }) => new Map(grants.map(({ permission, scope }) => [permission, scope])),
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, so the keyboard must reach it
    <section className={styles.matrix} aria-label={t`Roles and permissions`} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              <span className="unseen">{t`Permission`}</span>
            </th>
            {items.map(({ name }) => (
              <th key={name} scope="col" data-own={name === member.role || undefined}>
                {i18n._(roleWords[name])}
                <small>{i18n._(roleLeads[name])}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {permissionGroups().map((group) => (
            <Fragment key={group.resource}>
              <tr className={styles.group}>
                <th scope="rowgroup" colSpan={items.length + 1}>
                  {group.name ? i18n._(group.name) : group.resource}
                </th>
              </tr>
              {group.permissions.map((permission) => (
                <tr key={permission}>
                  <th scope="row" title={permission}>
                    {permissionName(permission, i18n.locale)}
                  </th>
                  {items.map(({ name }, at) => (
                    <td key={name} data-own={name === member.role || undefined}>
                      <Cell scope={granted[at]?.get(permission)} />
                    </td>
                  ))}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({ scope }: { scope: keyof typeof scopeWords | undefined }) {
  const { t, i18n } = useLingui();
  if (!scope) return <span className={styles.no} role="img" aria-label={t`Refused`} />;
  return (
    <span className={styles.yes}>
      <Icon name="check" size={14} />
      {scope === 'all' ? (
        <span className="unseen">{i18n._(scopeWords.all)}</span>
      ) : (
        i18n._(scopeWords[scope])
      )}
    </span>
  );
}
