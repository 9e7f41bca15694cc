import { offers } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Select } from 'antd';
import { useReply } from '../../lib/query.ts';
import { useMay, useSelf } from '../../lib/session.tsx';

interface Props {
  readonly templateId: string | undefined;
  readonly onChange: (templateId: string) => void;
}

/** Chooses the kind of coupon a script gives; a kind that is over is still named. */
export function CouponPart({ templateId, onChange }: Props) {
  const { t } = useLingui();
  const { shops } = useSelf();
  const may = useMay('offers.read');
  const { data } = useReply(offers.listCouponTemplates, { limit: 100 }, { when: may });
  if (!may || (data?.items.length === 0 && templateId === undefined)) return null;
  const nameOf = (shopId: string) => shops.find(({ id }) => id === shopId)?.name ?? '';
  const options = (data?.items ?? [])
    .filter(({ id, stoppedAt }) => stoppedAt === null || id === templateId)
    .map(({ id, name, shopId }) => ({
      value: id,
      label: shops.length > 1 ? `${name} · ${nameOf(shopId)}` : name,
    }));
  return (
    <Select
      size="small"
      style={{ width: templateId ? 260 : 130 }}
      popupMatchSelectWidth={320}
      aria-label={t`Coupon`}
      placeholder={t`Coupon`}
      value={templateId ?? null}
      onChange={(next: string | null) => next && onChange(next)}
      options={options}
    />
  );
}
