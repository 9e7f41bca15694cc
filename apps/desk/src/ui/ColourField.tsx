import { useLingui } from '@lingui/react/macro';
import { Input } from 'antd';
import styles from './ColourField.module.css';

const swatches = [
  '#0f766e',
  '#1d4ed8',
  '#7c3aed',
  '#be185d',
  '#b42318',
  '#b45309',
  '#3f6212',
  '#334155',
];

interface Props {
  readonly value: string;
  readonly onChange: (colour: string) => void;
  readonly id?: string;
}

/** A colour: one of a few that carry white letters well, or any by its number. */
export function ColourField({ value, onChange, id }: Props) {
  const { t } = useLingui();
  return (
    <div className={styles.colour}>
      {swatches.map((swatch) => (
        <button
          key={swatch}
          type="button"
          className={styles.swatch}
          style={{ background: swatch }}
          aria-label={swatch}
          aria-pressed={swatch === value.toLowerCase()}
          onClick={() => onChange(swatch)}
        />
      ))}
      <Input
        {...(id ? { id } : {})}
        className={styles.text ?? ''}
        maxLength={7}
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <input
        type="color"
        className={styles.picker}
        aria-label={t`Another colour`}
        title={t`Another colour`}
        value={/^#[0-9a-f]{6}$/i.test(value) ? value : '#000000'}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
