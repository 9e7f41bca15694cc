import { useLingui } from '@lingui/react/macro';
import type { Pages } from '../lib/pages.ts';
import { Button } from './Button.tsx';

interface Props {
  readonly pages: Pick<Pages<unknown>, 'items' | 'atEnd' | 'busy' | 'more'>;
  readonly small?: boolean;
  readonly look?: 'plain';
}

/** The next page of a list; silent at its end. */
export function More({ pages, small, look }: Props) {
  const { t } = useLingui();
  if (!pages.items || pages.atEnd) return null;
  return (
    <Button
      {...(small ? { small } : {})}
      {...(look ? { look } : {})}
      busy={pages.busy}
      onClick={pages.more}
    >
      {t`More`}
    </Button>
  );
}
