import { useLingui } from '@lingui/react/macro';
import { Select } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { ParcelSettingsForm } from '../../features/parcels/ParcelSettingsForm.tsx';
import { ProviderList } from '../../features/parcels/ProviderList.tsx';
import { useMay, useSelf } from '../../lib/session.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Section } from '../../ui/Section.tsx';

const NewProviderDialog = lazy(() => import('../../features/parcels/NewProviderDialog.tsx'));

/** Who is asked where parcels are, and when one needs a hand. */
export default function ParcelsPlace() {
  const { t } = useLingui();
  const { shops } = useSelf();
  const may = useMay('parcels.manage');
  const [making, setMaking] = useState(false);
  const [shopId, setShop] = useState(shops[0]?.id ?? '');
  return (
    <>
      <PageHead
        title={t`Parcel tracking`}
        lead={t`Where parcels are is asked of a tracking service; what stands still too long becomes a task.`}
        back="/settings"
        backWhenNarrow
        acts={
          may && (
            <Button look="main" onClick={() => setMaking(true)}>
              <Icon name="plus" size={16} />
              {t`Add an account`}
            </Button>
          )
        }
      />
      <Section wide title={t`Tracking accounts`}>
        <ProviderList onMake={may ? () => setMaking(true) : undefined} />
      </Section>
      <Section
        title={t`When a parcel needs a hand`}
        hint={t`Each shop has its own times; parcels under way go by them at once.`}
      >
        {shops.length > 1 && (
          <Select
            value={shopId}
            onChange={setShop}
            aria-label={t`Shop`}
            options={shops.map(({ id, name }) => ({ value: id, label: name }))}
            style={{ minWidth: 200, marginBottom: 12 }}
          />
        )}
        {shopId && <ParcelSettingsForm key={shopId} shopId={shopId} editable={may} />}
      </Section>
      <Suspense fallback={null}>
        {making && <NewProviderDialog onClose={() => setMaking(false)} />}
      </Suspense>
    </>
  );
}
