import { useLingui } from '@lingui/react/macro';
import { Input, Segmented } from 'antd';
import { useState } from 'react';
import { Field } from '../../ui/Field.tsx';
import { RichText } from './RichText.tsx';

interface Props {
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** The text of an announcement: written, or seen as its readers will. */
export function AnnouncementText({ value, onChange }: Props) {
  const { t } = useLingui();
  const [look, setLook] = useState<'write' | 'see'>('write');
  return (
    <Field
      label={t({ message: 'Text', context: 'announcement' })}
      width={590}
      hint={t`**strong**, # heading, - list, links`}
      aside={
        <Segmented
          size="small"
          value={look}
          onChange={setLook}
          options={[
            { value: 'write', label: t({ message: 'Write', context: 'announcement' }) },
            { value: 'see', label: t({ message: 'Preview', context: 'announcement' }) },
          ]}
        />
      }
    >
      {(props) =>
        look === 'see' ? (
          <RichText text={value} />
        ) : (
          <Input.TextArea
            {...props}
            autoSize={{ minRows: 4, maxRows: 14 }}
            maxLength={20_000}
            value={value}
            onChange={({ target }) => onChange(target.value)}
          />
        )
      }
    </Field>
  );
}
