import { useLingui } from '@lingui/react/macro';
import { Choice } from './Choice.tsx';
import { reasonWord } from './reason.words.ts';

interface Props {
  readonly reasons: readonly { readonly code: string; readonly text: string }[];
  readonly value: string | undefined;
  readonly onChange: (code: string) => void;
}

/** The shop's reasons, one of which is always chosen. */
export function Reasons({ reasons, value, onChange }: Props) {
  const { t, i18n } = useLingui();
  return (
    <Choice
      label={t`Reason`}
      value={value}
      onChange={onChange}
      options={reasons.map(({ code, text }) => ({
        value: code,
        label: text || reasonWord(code, i18n),
      }))}
    />
  );
}
