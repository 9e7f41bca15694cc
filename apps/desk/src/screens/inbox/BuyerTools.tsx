import type { buyers } from '@guitai/contract';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { BuyerBlock } from '../../features/buyers/BuyerBlock.tsx';
import { BuyerTags } from '../../features/buyers/BuyerTags.tsx';
import styles from './BuyerTools.module.css';

/** Tags of the buyer, the whole profile, what they do not want, and the blocklist. */
export function BuyerTools({
  buyer,
  onChange,
  children,
}: {
  buyer: buyers.BuyerShape;
  onChange: () => void;
  children: ReactNode;
}) {
  return (
    <>
      <BuyerTags buyer={buyer} onChange={onChange} />
      <div className={styles.ways}>
        <Link href={`/buyers/${buyer.id}`}>
          <Trans>Whole profile</Trans>
        </Link>
        {children}
        {!buyer.blocklisting && <BuyerBlock buyer={buyer} onChange={onChange} />}
      </div>
    </>
  );
}
