import { importing } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useReply } from '../../lib/query.ts';
import { useSelf } from '../../lib/session.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { ShopField } from '../../ui/ShopsField.tsx';
import { DropFile } from './DropFile.tsx';
import styles from './importing.module.css';
import { KindChoice } from './KindChoice.tsx';
import { MappingStep } from './MappingStep.tsx';
import { useSample } from './use-sample.ts';
import type { WordNames } from './WordChoices.tsx';

interface Props {
  readonly names: WordNames;
  readonly onStarted: (importId: string) => void;
}

/** What, into which shop, which file, and how its fields are read: in this order, each step when it is needed. */
export function ImportStart({ names, onStarted }: Props) {
  const { t } = useLingui();
  const { shops } = useSelf();
  const [kind, setKind] = useState<importing.RecordKindWord>('orders');
  const [shopId, setShopId] = useState(shops[0]?.id ?? '');
  const [file, setFile] = useState<File>();
  const sample = useSample(file, 'utf-8');
  const mappings = useReply(importing.listMappings, {});
  const shop = shops.find(({ id }) => id === shopId);
  return (
    <div className={styles.start}>
      <KindChoice value={kind} onChange={setKind} />
      <ShopField label={t`Into the shop`} value={shopId} onChange={setShopId} width={300} />
      <DropFile file={file} onFile={setFile} />
      <Refusal refusal={mappings.error} />
      {file && shop && mappings.data && sample !== undefined && (
        <MappingStep
          key={`${kind} ${file.name} ${file.size} ${shopId}`}
          kind={kind}
          shop={shop}
          file={file}
          sample={sample}
          mappings={mappings.data.items.filter((one) => one.kind === kind)}
          names={names}
          onStarted={onStarted}
        />
      )}
    </div>
  );
}
