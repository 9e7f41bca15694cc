import { useLingui } from '@lingui/react/macro';
import { Button } from '../../ui/Button.tsx';
import { FilterSelect } from '../../ui/FilterSelect.tsx';
import styles from './AuditFilterBar.module.css';
import type { AuditFilters } from './AuditList.tsx';
import { resources } from './audit.words.ts';

interface Props {
  readonly filters: AuditFilters;
  readonly onChange: (change: { readonly [N in keyof AuditFilters]?: string | undefined }) => void;
  readonly members: readonly { readonly id: string; readonly name: string }[];
}

/** By whom, about what, how it ended, and when. */
export function AuditFilterBar({ filters, onChange, members }: Props) {
  const { t, i18n } = useLingui();
  const today = new Date().toLocaleDateString('sv-SE');
  const any = Object.keys(filters).length > 0;
  const none = {
    who: undefined,
    what: undefined,
    about: undefined,
    outcome: undefined,
    since: undefined,
    until: undefined,
  };
  return (
    <search className={styles.bar}>
      {members.length > 0 && (
        <FilterSelect
          name={t({ message: 'Who', context: 'audit' })}
          value={filters.who}
          onChange={(who) => onChange({ who })}
          options={members.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <FilterSelect
        name={t({ message: 'About what', context: 'audit' })}
        width={136}
        value={filters.what}
        onChange={(what) => onChange({ what })}
        options={Object.entries(resources).map(([value, name]) => ({
          value,
          label: i18n._(name),
        }))}
      />
      <FilterSelect
        name={t({ message: 'Outcome', context: 'audit' })}
        value={filters.outcome}
        onChange={(outcome) => onChange({ outcome })}
        options={[
          { value: 'done', label: t({ message: 'Done', context: 'audit' }) },
          { value: 'refused', label: t({ message: 'Refused', context: 'audit' }) },
        ]}
      />
      <label className={styles.day}>
        {t({ message: 'From', context: 'day' })}
        <input
          type="date"
          max={filters.until ?? today}
          value={filters.since ?? ''}
          onChange={(event) => onChange({ since: event.target.value })}
        />
      </label>
      <label className={styles.day}>
        {t({ message: 'to', context: 'day' })}
        <input
          type="date"
          min={filters.since}
          max={today}
          value={filters.until ?? ''}
          onChange={(event) => onChange({ until: event.target.value })}
        />
      </label>
      {any && (
        <Button look="plain" onClick={() => onChange(none)}>
          {t`Show all`}
        </Button>
      )}
    </search>
  );
}
