import { scripts } from '@guitai/contract';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useRef } from 'react';
import { api } from '../../lib/api.ts';
import type { usePictures } from '../../lib/use-pictures.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { PictureButton, PictureRefusal } from '../../ui/PictureButton.tsx';
import styles from './Editor.module.css';
import type { Language, Part } from './editor.rules.ts';
import { variableName } from './variable.words.ts';

interface Props {
  readonly part: Part;
  readonly language: Language;
  readonly first: boolean;
  readonly last: boolean;
  readonly onChange: (part: Part) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: (() => void) | undefined;
  /** Name of the product, and the way to choose another. */
  readonly product: (productId: string) => ReactNode;
  /** Name of the kind of coupon, and the way to choose another. */
  readonly coupon: (templateId: string) => ReactNode;
}

/** One message of a script. */
export function PartEditor(props: Props) {
  const { part, first, last, onMove, onRemove } = props;
  const { t } = useLingui();
  return (
    <li className={styles.part}>
      <div className={styles.partBody}>
        {part.kind === 'text' && <TextPart {...props} part={part} />}
        {part.kind === 'picture' && (
          <img
            alt=""
            src={api.url(scripts.getScriptPicture, {
              pictureId: part.pictureId,
              size: 'thumbnail',
            })}
          />
        )}
        {part.kind === 'order' && (
          <p>
            <Icon name="orders" size={14} /> <Trans>The order in hand, as a card</Trans>
          </p>
        )}
        {part.kind === 'product' && props.product(part.productId)}
        {part.kind === 'coupon' && props.coupon(part.templateId)}
      </div>
      <div className={styles.partActs}>
        <IconButton name={t`Move up`} disabled={first} onClick={() => onMove(-1)}>
          <Icon name="up" size={14} />
        </IconButton>
        <IconButton name={t`Move down`} disabled={last} onClick={() => onMove(1)}>
          <Icon name="down" size={14} />
        </IconButton>
        {onRemove && (
          <IconButton name={t`Remove this message`} onClick={onRemove}>
            <Icon name="close" size={14} />
          </IconButton>
        )}
      </div>
    </li>
  );
}

function TextPart({ part, language, onChange }: Props & { part: Extract<Part, { kind: 'text' }> }) {
  const { t, i18n } = useLingui();
  const field = useRef<HTMLTextAreaElement>(null);
  const words = part.text[language] ?? '';
  const write = (next: string) =>
    onChange({ kind: 'text', text: { ...part.text, [language]: next } });
  const insert = (name: string) => {
    const from = field.current?.selectionStart ?? words.length;
    const to = field.current?.selectionEnd ?? from;
    write(`${words.slice(0, from)}{${name}}${words.slice(to)}`);
    field.current?.focus();
  };
  return (
    <>
      <textarea
        ref={field}
        rows={4}
        maxLength={4000}
        aria-label={t`What it says`}
        placeholder={t`What it says`}
        value={words}
        onChange={({ target }) => write(target.value)}
      />
      <details className={styles.variables}>
        <summary>{t`Insert a variable`}</summary>
        <div>
          {scripts.scriptVariables.map((name) => (
            <Button key={name} small onClick={() => insert(name)}>
              {variableName(name, i18n)}
            </Button>
          ))}
        </div>
        <p>
          <Trans>What stands after a bar is said when there is no value:</Trans>{' '}
          <code>{'{order.number|…}'}</code>
        </p>
      </details>
    </>
  );
}

interface Adding {
  readonly onAdd: (part: Part) => void;
  readonly pictures: ReturnType<typeof usePictures>;
  readonly choose: ReactNode;
}

/** Ways to add a message. */
export function AddPart({ onAdd, pictures, choose }: Adding) {
  const { t } = useLingui();
  return (
    <div className={styles.add}>
      <span>{t`Add a message`}</span>
      <Button small onClick={() => onAdd({ kind: 'text', text: {} })}>
        {t({ message: 'Text', context: 'scripts' })}
      </Button>
      <PictureButton
        pictures={pictures}
        title={t`Or paste it, or drop it here.`}
      >{t`Picture`}</PictureButton>
      {choose}
      <Button small onClick={() => onAdd({ kind: 'order' })}>{t`Order card`}</Button>
      <PictureRefusal pictures={pictures} />
    </div>
  );
}
