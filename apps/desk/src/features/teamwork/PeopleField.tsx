import { access } from '@guitai/contract';
import { Select } from 'antd';
import { matches } from '../../lib/pinyin.ts';
import { useReply } from '../../lib/query.ts';
import { useMay } from '../../lib/session.tsx';

/** Colleagues one can give a task to or mention. */
export function usePeople(): readonly { readonly id: string; readonly name: string }[] {
  const may = useMay('members.read');
  const input = { status: 'active', limit: 200 } as const;
  const { data } = useReply(access.listMembers, input, { when: may, freshFor: 120_000 });
  return data?.items ?? [];
}

interface Props {
  readonly id?: string;
  readonly label: string;
  readonly value: readonly string[];
  readonly onChange: (ids: string[]) => void;
  readonly placeholder: string;
  readonly disabled?: boolean;
}

/** Several colleagues, found by name or by pinyin initials. */
export function PeopleField({ id, label, value, onChange, placeholder, disabled = false }: Props) {
  const people = usePeople();
  return (
    <Select
      {...(id ? { id } : {})}
      mode="multiple"
      aria-label={label}
      disabled={disabled}
      style={{ width: '100%' }}
      value={[...value]}
      onChange={onChange}
      placeholder={placeholder}
      showSearch={{ filterOption: (query, option) => matches(String(option?.label ?? ''), query) }}
      options={people.map(({ id: one, name }) => ({ value: one, label: name }))}
    />
  );
}
