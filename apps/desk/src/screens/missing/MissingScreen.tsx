import { Trans } from '@lingui/react/macro';
import { Link } from 'wouter';
import { Empty } from '../../ui/Empty.tsx';

/** An address that leads nowhere. */
export const MissingScreen = () => (
  <Empty
    act={
      <Link href="/inbox">
        <Trans>To the chats</Trans>
      </Link>
    }
  >
    <Trans>There is nothing at this address.</Trans>
  </Empty>
);
