import { buyers } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import { refresh, useAct } from '../../lib/query.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from './BuyerTags.module.css';

interface Props {
  readonly buyer: Pick<buyers.BuyerShape, 'id' | 'tags' | 'can'>;
  readonly onChange?: ((buyer: buyers.BuyerShape) => void) | undefined;
}

/** The team's words for a buyer: a click shows all who carry the same, + adds one, × takes it away. */
export function BuyerTags({ buyer, onChange }: Props) {
  const { t } = useLingui();
  const [adding, setAdding] = useState(false);
  const [text, setText] = useState('');
  const change = useAct(buyers.setBuyerTags, (after) => {
    refresh(buyers.listBuyers);
    onChange?.(after);
  });
  const may = buyer.can.includes('setBuyerTags');
  const add = (event: FormEvent) => {
    event.preventDefault();
    const tag = text.trim();
    setAdding(false);
    setText('');
    if (tag && !buyer.tags.includes(tag)) void change.run({ buyerId: buyer.id, add: [tag] });
  };
  return (
    <>
      <ul className={styles.tags} aria-label={t`Tags`} aria-busy={change.busy}>
        {buyer.tags.map((tag) => (
          <li key={tag} className={styles.tag}>
            <Link href={`/buyers?tag=${encodeURIComponent(tag)}`}>{tag}</Link>
            {may && (
              <button
                type="button"
                aria-label={t`Remove the tag ${tag}`}
                disabled={change.busy}
                onClick={() => void change.run({ buyerId: buyer.id, remove: [tag] })}
              >
                <Icon name="close" size={11} />
              </button>
            )}
          </li>
        ))}
        {may && (
          <li>
            {adding ? (
              <form onSubmit={add}>
                <input
                  // biome-ignore lint/a11y/noAutofocus: the field appears because it was asked for
                  autoFocus
                  className={styles.input}
                  value={text}
                  maxLength={40}
                  aria-label={t`New tag`}
                  placeholder={t`New tag`}
                  onChange={(event) => setText(event.target.value)}
                  onKeyDown={(event) => event.key === 'Escape' && setAdding(false)}
                  onBlur={() => !text.trim() && setAdding(false)}
                />
              </form>
            ) : (
              <button type="button" className={styles.add} onClick={() => setAdding(true)}>
                <Icon name="plus" size={12} />
                {t({ message: 'Tag', context: 'add' })}
              </button>
            )}
          </li>
        )}
      </ul>
      <Refusal refusal={change.refusal} onClose={change.reset} />
    </>
  );
}
