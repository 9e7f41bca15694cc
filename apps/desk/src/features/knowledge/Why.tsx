import type { care } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';

/** What says that this product is being discussed. */
export function Why({ why }: { why: care.DiscussionShape['why'] }) {
  const { t } = useLingui();
  if (why === null) return null;
  const words = {
    card: t`the last product card`,
    link: t`the buyer sent its link`,
    words: t`the buyer named it`,
    page: t`the page the buyer looks at`,
    order: t`the buyer's newest order`,
  };
  return <small>{words[why]}</small>;
}
