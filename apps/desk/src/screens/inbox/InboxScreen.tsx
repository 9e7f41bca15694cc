import { Trans } from '@lingui/react/macro';

export default function InboxScreen() {
  return <Trans>Chats of this desk</Trans>;
}
