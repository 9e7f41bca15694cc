import { access } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Select } from 'antd';
import { useState } from 'react';
import { useFresh } from '../../lib/fresh.ts';
import { usePages } from '../../lib/pages.ts';
import { useReply } from '../../lib/query.ts';
import { useSelf } from '../../lib/session.tsx';
import { FilterSelect } from '../../ui/FilterSelect.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from './Limits.module.css';
import { LimitTable } from './LimitTable.tsx';
import { isUnlimited, type LimitRow } from './limits.rules.ts';

/** Who may give how much alone: every role, and persons with limits of their own. */
export function Limits() {
  const { t } = useLingui();
  const { shops } = useSelf();
  const [shopId, setShop] = useState<string>();
  const [currency, setCurrency] = useState<string>();
  const [added, setAdded] = useState<readonly string[]>([]);
  const limits = useReply(
    access.listLimits,
    { ...(shopId ? { shopId } : {}), ...(currency && !shopId ? { currency } : {}) },
    { keepPrevious: true },
  );
  const members = usePages(access.listMembers, { limit: 200 });
  useFresh(['authority.changed', 'member.'], [access.listLimits], 300);
  if (limits.error) return <Refusal refusal={limits.error} />;
  if (!limits.data) return <Lines count={6} height={48} />;
  const { rows, currencies } = limits.data;
  const people = (members.items ?? []).filter(
    ({ id, role, status }) =>
      status === 'active' && role !== 'observer' && !rows.some(({ subject }) => subject.id === id),
  );
  const shown: readonly LimitRow[] = [
    ...rows.filter(isTold).sort((a, b) => placeOf(a) - placeOf(b)),
    ...people
      .filter(({ id }) => added.includes(id))
      .flatMap(({ id, name, role }) => rowFor(rows, { id, name, role })),
  ];
  const offered = people.filter(({ id }) => !added.includes(id));
  return (
    <div className={styles.limits}>
      <div className={styles.filters}>
        {shops.length > 1 && (
          <FilterSelect
            name={t`All shops`}
            value={shopId}
            onChange={setShop}
            width={160}
            options={shops.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        {currencies.length > 1 && !shopId && (
          <FilterSelect
            name={t`Currency`}
            value={limits.data.currency}
            onChange={setCurrency}
            width={110}
            options={currencies.map((one) => ({ value: one, label: one }))}
          />
        )}
        {offered.length > 0 && (
          <Select
            aria-label={t`Own limits for a person`}
            placeholder={t`Own limits for a person…`}
            value={null}
            style={{ minWidth: 200 }}
            popupMatchSelectWidth={false}
            showSearch
            optionFilterProp="label"
            onChange={(id: string | null) => id && setAdded([...added, id])}
            options={offered.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </div>
      <LimitTable rows={shown} currency={limits.data.currency} shopId={limits.data.shopId} />
    </div>
  );
}

const columns = ['agent', 'lead', 'owner', 'key'];
const placeOf = ({ subject }: LimitRow): number =>
  subject.kind === 'role' ? columns.indexOf(subject.id) : columns.length;

/** Observers give nothing, and owners without a limit are told of in a sentence. */
const isTold = ({ subject, limits }: LimitRow): boolean =>
  subject.kind !== 'role' ||
  (subject.id !== 'observer' && !(subject.id === 'owner' && limits.every(isUnlimited)));

/** A person without own limits yet: what the role has, to be changed. */
function rowFor(
  rows: readonly LimitRow[],
  person: { id: string; name: string; role: string },
): LimitRow[] {
  const role = rows.find(({ subject }) => subject.kind === 'role' && subject.id === person.role);
  return role ? [{ ...role, subject: { kind: 'member', ...person } }] : [];
}
