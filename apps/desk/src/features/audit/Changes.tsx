import { useLingui } from '@lingui/react/macro';
import { useSelf } from '../../lib/session.tsx';
import styles from './AuditList.module.css';
import { type Change, foremost } from './changes.rules.ts';
import { fieldWords } from './fields.words.ts';

interface Props {
  readonly changes: readonly Change[];
  readonly names: ReadonlyMap<string, string>;
  /** In the sentence: the field that says most, and how many more. */
  readonly short?: boolean;
}

/** Before → after, field by field. */
export function Changes({ changes, names, short }: Props) {
  const { t, i18n } = useLingui();
  const { shops } = useSelf();
  const name = (field: string) => {
    const word = fieldWords[field];
    return word ? i18n._(word) : field;
  };
  const shown = (text: string | null) => (text === null ? '–' : nameIn(text, names, shops));
  if (short) {
    const first = foremost(changes, (field) => fieldWords[field] !== undefined);
    if (!first) return null;
    const others = changes.length - 1;
    return (
      <span className={styles.short}>
        {first.from === null
          ? t`${name(first.field)}: ${shown(first.to)}`
          : t`${name(first.field)}: ${shown(first.from)} → ${shown(first.to)}`}
        {others > 0 && t` · ${others} more`}
      </span>
    );
  }
  return (
    <table className={styles.changes}>
      <thead>
        <tr>
          <th scope="col">{t`Field`}</th>
          <th scope="col">{t`Before`}</th>
          <th scope="col">{t`After`}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={change.field}>
            <th scope="row">{name(change.field)}</th>
            <td>{shown(change.from)}</td>
            <td>{shown(change.to)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Ids of members and shops by their names, where they are known. */
function nameIn(
  text: string,
  names: ReadonlyMap<string, string>,
  shops: readonly { id: string; name: string }[],
): string {
  return text.replace(
    /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g,
    (id) => names.get(id) ?? shops.find((shop) => shop.id === id)?.name ?? id,
  );
}
