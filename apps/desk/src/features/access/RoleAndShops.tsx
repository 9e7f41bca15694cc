import type { access } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Radio, Select } from 'antd';
import { useSelf } from '../../lib/session.tsx';
import { Field } from '../../ui/Field.tsx';
import { roleLeads, roleWords } from './access.words.ts';
import styles from './team.module.css';

export interface RoleChoice {
  readonly role: access.RoleName;
  /** Null: every shop. */
  readonly shopIds: readonly string[] | null;
}

interface Props {
  readonly value: RoleChoice;
  readonly onChange: (value: RoleChoice) => void;
}

const roles: readonly access.RoleName[] = ['owner', 'lead', 'agent', 'observer'];

/** An owner gives every role, everybody else those below the own. */
const offeredBy = (own: access.RoleName) =>
  own === 'owner' ? roles : roles.slice(roles.indexOf(own) + 1);

/** A role, each told in one sentence, and the shops it reaches. */
export function RoleAndShops({ value, onChange }: Props) {
  const { t, i18n } = useLingui();
  const { member, shops } = useSelf();
  const offered = offeredBy(member.role);
  return (
    <>
      <fieldset className={styles.roles}>
        <legend>{t`Role`}</legend>
        <Radio.Group
          value={value.role}
          onChange={(event) => onChange({ ...value, role: event.target.value })}
        >
          {offered.map((role) => (
            <Radio key={role} value={role}>
              <b>{i18n._(roleWords[role])}</b>
              <small>{i18n._(roleLeads[role])}</small>
            </Radio>
          ))}
        </Radio.Group>
      </fieldset>
      {shops.length > 1 && value.role !== 'owner' && (
        <Field label={t`Shops`} hint={t`Nothing chosen: every shop, also later ones.`} width={600}>
          {(field) => (
            <Select
              {...field}
              mode="multiple"
              allowClear
              placeholder={t`All shops`}
              value={[...(value.shopIds ?? [])]}
              onChange={(ids: string[]) =>
                onChange({ ...value, shopIds: ids.length > 0 ? ids : null })
              }
              options={shops.map(({ id, name }) => ({ value: id, label: name }))}
              optionFilterProp="label"
            />
          )}
        </Field>
      )}
    </>
  );
}

/** What is sent: an owner always has every shop. */
export const sentChoice = ({ role, shopIds }: RoleChoice) => ({
  role,
  shopIds: role === 'owner' || !shopIds ? null : [...shopIds],
});
