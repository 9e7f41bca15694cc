import type { scripts } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Select } from 'antd';
import { Field } from '../../ui/Field.tsx';
import { useNames } from './library-names.ts';
import type { Spot } from './tree.rules.ts';

interface Props {
  /** The script that lies there already: its folder is one of its own library. */
  readonly script: scripts.ScriptShape | undefined;
  readonly spots: readonly Spot[];
  /** Where a new one goes. */
  readonly where: string;
  readonly may: boolean;
  readonly onWhere: (spot: Spot | undefined) => void;
}

/** In which folder a script lies. */
export function FolderField({ script, spots, where, may, onWhere }: Props) {
  const { t } = useLingui();
  const nameOf = useNames();
  const sameLibrary = spots.filter(
    (one) => !script || (one.scope === script.scope && one.shopId === script.shopId),
  );
  const here = script ? (script.folderId ?? sameLibrary[0]?.key ?? '') : where;
  return (
    <Field label={t`Folder`} width={220}>
      {(field) => (
        <Select
          {...field}
          popupMatchSelectWidth={false}
          value={here}
          disabled={!may}
          onChange={(key: string) => onWhere(spots.find((one) => one.key === key))}
          options={sameLibrary.map((one) => ({
            value: one.key,
            label: `${'　'.repeat(one.depth)}${one.folder?.name ?? nameOf(one)}`,
          }))}
        />
      )}
    </Field>
  );
}
