import { type automation, offers } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Select } from 'antd';
import { useReply } from '../../lib/query.ts';
import styles from './automation.module.css';
import { VariantFields } from './VariantFields.tsx';
import { WaysField } from './WaysField.tsx';

type Action = Extract<automation.RuleAction, { do: 'coupon' }>;

interface Props {
  readonly action: Action;
  readonly shopId: string;
  readonly onChange: (action: Action) => void;
}

/** Which coupon is given, and the words it goes with. */
export function CouponFields({ action, shopId, onChange }: Props) {
  const { t } = useLingui();
  const { data } = useReply(offers.listCouponTemplates, { shopId, giving: true, limit: 100 });
  return (
    <div className={styles.send}>
      <div className={styles.line}>
        <Select
          aria-label={t`Which coupon`}
          placeholder={t`Which coupon`}
          className={styles.many}
          value={action.templateId || undefined}
          onChange={(templateId: string) => onChange({ ...action, templateId })}
          options={data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
          notFoundContent={t`This shop gives out no coupon yet.`}
        />
        <WaysField
          value={action.channels}
          onChange={(channels) => onChange({ ...action, channels })}
        />
      </div>
      <p className={styles.soft}>
        {t`Each buyer gets it once for one occasion. It counts against your own limits and the budget of the coupon; who said no to advertising gets none.`}
      </p>
      <VariantFields
        extra={['coupon']}
        occasion={{ shopId, topic: 'marketing', sms: action.channels.includes('sms') }}
        variants={action.variants}
        onChange={(variants) => onChange({ ...action, variants })}
      />
    </div>
  );
}
