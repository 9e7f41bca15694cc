import { knowledge } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useReply } from '../../lib/query.ts';
import { CopyIcon } from '../../ui/Copy.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from './ProductKnowledge.module.css';

interface Props {
  readonly shopId: string;
  readonly productExternalId: string;
}

/** What staff may say about a product, one text under another, each folded to its title. */
export function ProductKnowledge({ shopId, productExternalId }: Props) {
  const { t } = useLingui();
  const texts = useReply(knowledge.listKnowledgeTexts, { shopId, productExternalId, limit: 100 });
  if (texts.error) return <Refusal refusal={texts.error} />;
  if (!texts.data || texts.data.items.length === 0) return null;
  return (
    <section className={styles.knowledge}>
      <h4>{t`Knowledge`}</h4>
      {texts.data.items.map((text, index) => (
        <details key={text.id} open={index === 0}>
          <summary>
            <span>{text.title || text.topic || t`Untitled`}</span>
            {text.title && text.topic && <small>{text.topic}</small>}
          </summary>
          <div>
            <p>{text.body}</p>
            <CopyIcon text={text.body} name={t`Copy the text`} />
          </div>
        </details>
      ))}
    </section>
  );
}
