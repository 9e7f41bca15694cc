import { access } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { CarePage } from '../../features/automation/CarePage.tsx';
import { VariantFields } from '../../features/automation/VariantFields.tsx';
import { ReminderTexts } from '../../features/care/ReminderTexts.tsx';
import { stateNames } from '../../features/conversations/words.ts';
import { parcelWords, statusWords } from '../../features/orders/orders.words.ts';
import { usePages } from '../../lib/pages.ts';

/** Order care with the words of orders, parcels and chats, and the people of the team. */
export default function CareTab() {
  const { t, i18n } = useLingui();
  const members = usePages(access.listMembers, { limit: 200 }).items ?? [];
  const of = (words: object) =>
    Object.entries(words).map(([value, word]) => ({ value, label: i18n._(word) }));
  const choices = {
    'order.status': of(statusWords),
    'parcel.status': of(parcelWords),
    'conversation.state': of(stateNames),
    'order.source': [
      { value: 'own', label: t({ message: 'placed here', context: 'rule' }) },
      { value: 'import', label: t({ message: 'from a file', context: 'rule' }) },
      { value: 'connector', label: t({ message: 'from a connected shop', context: 'rule' }) },
    ],
    'buyer.language': [
      { value: 'zh-CN', label: '简体中文' },
      { value: 'zh-TW', label: '繁體中文' },
      { value: 'en', label: 'English' },
    ],
  };
  const people = members
    .filter(({ status }) => status === 'active')
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <CarePage
      choices={choices}
      people={people}
      below={(shopId) => (
        <ReminderTexts
          key={shopId}
          shopId={shopId}
          fields={(variants, onChange) => <VariantFields variants={variants} onChange={onChange} />}
        />
      )}
    />
  );
}
