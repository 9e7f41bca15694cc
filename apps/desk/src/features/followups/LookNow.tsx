import { followups } from '@guitai/contract';
import { Plural, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useAct } from '../../lib/query.ts';
import { useMay, useSelf } from '../../lib/session.tsx';
import { Button } from '../../ui/Button.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from './followups.module.css';
import { refreshFollowups } from './refresh.ts';

/** Fills the lists of the shop chosen, or of every shop, now instead of at the next quarter of an hour. */
export function LookNow({ shopId }: { shopId: string | undefined }) {
  const { t } = useLingui();
  const shops = useSelf().shops.filter(({ id }) => !shopId || id === shopId);
  const [added, setAdded] = useState<number>();
  const fill = useAct(followups.fillFollowups);
  if (!useMay('followups.manage')) return null;
  const look = async () => {
    let sum = 0;
    for (const { id } of shops) sum += (await fill.run({ shopId: id }))?.added ?? 0;
    setAdded(sum);
    refreshFollowups();
  };
  return (
    <>
      <Button small busy={fill.busy} onClick={() => void look()}>{t`Look for buyers now`}</Button>
      {added !== undefined && (
        <span className={styles.soft} role="status">
          <Plural value={added} _0="nobody new" one="# new" other="# new" />
        </span>
      )}
      <Refusal refusal={fill.refusal} onClose={fill.reset} />
    </>
  );
}
