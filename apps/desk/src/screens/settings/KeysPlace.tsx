import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { KeyDialog } from '../../features/access/KeyDialog.tsx';
import { KeyList } from '../../features/access/KeyList.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { PageHead } from '../../ui/PageHead.tsx';

/** Keys by which other programs speak with the API. */
export default function KeysPlace() {
  const { t } = useLingui();
  const [making, setMaking] = useState(false);
  const make = () => setMaking(true);
  return (
    <>
      <PageHead
        title={t`API keys`}
        lead={
          <>
            {t`For your own programs. A key may do what you tick and nothing else.`}{' '}
            <a href="/api/docs" target="_blank" rel="noreferrer">
              {t`API documentation`}
            </a>
          </>
        }
        back="/settings"
        backWhenNarrow
        acts={
          <Button look="main" onClick={make}>
            <Icon name="plus" size={16} />
            {t`New key`}
          </Button>
        }
      />
      <KeyList onMake={make} />
      {making && <KeyDialog onClose={() => setMaking(false)} />}
    </>
  );
}
