import { useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { Course } from './Course.tsx';
import {
  goOn,
  type Hand,
  handOf,
  layDown,
  type Part,
  partsOf,
  useCourse,
  useHand,
} from './hand.ts';
import { type Entry, useLibrary } from './library.ts';
import pickerStyles from './Picker.module.css';
import { listId, optionId, Picker } from './Picker.tsx';
import { closePicker, queryIn, usePicking } from './picking.ts';
import { offers, suggest } from './search.rules.ts';
import styles from './Tray.module.css';
import { Tray } from './Tray.tsx';
import { take, type Where } from './take.ts';
import { useUsable } from './usable.ts';
import { variablesIn } from './variables.ts';

/** What the composer lends: its words, and a say in its keys and in what is sent. */
interface Pen {
  readonly text: string;
  readonly may: boolean;
  readonly note: boolean;
  readonly write: (text: string) => void;
  readonly insert: (words: string) => void;
  readonly focus: () => void;
  readonly helper: RefObject<{
    onKeyDown?: (event: KeyboardEvent) => boolean;
    take?: (text: string) => boolean;
  }>;
}

interface Props extends Where {
  readonly pen: Pen;
  readonly shopId: string;
  readonly onSend: (parts: readonly Part[]) => void;
}

const noEntries: readonly Entry[] = [];

/** Scripts at the composer: `/` finds one, Enter takes it, Enter sends it. */
export function Helper({ pen, shopId, onSend, ...where }: Props) {
  const { conversationId, question } = where;
  const { data: index } = useLibrary();
  const hand = useHand(conversationId);
  const course = useCourse(conversationId);
  const own = usePicking(conversationId);
  const [ownQuery, setOwnQuery] = useState('');
  const [at, setAt] = useState(0);
  const [shut, setShut] = useState('');
  /** A script is being filled; Enter meanwhile means: send it as soon as it is here. */
  const filling = useRef<{ andSend: boolean }>(undefined);
  const usable = useUsable(index?.items, shopId);
  const typed = pen.note || !pen.may || shut === pen.text ? null : queryIn(pen.text);
  const query = own ? ownQuery : typed;
  const found = query === null ? noEntries : offers(usable, query, question);
  const chosen = Math.min(at, Math.max(0, found.length - 1));

  const leave = () => {
    closePicker();
    setOwnQuery('');
    setAt(0);
  };
  const choose = async (entry: Entry | undefined, andSend: boolean) => {
    if (!entry) return;
    const wish = { andSend };
    filling.current = wish;
    const taken = await take(entry.id, where);
    filling.current = undefined;
    leave();
    if (!taken) return;
    const words = taken.main < 0 ? '' : (taken.filled.parts[taken.main]?.text ?? '');
    if (typed !== null || pen.text === '') pen.write(words);
    else pen.insert(words);
    pen.focus();
    const ready = typed !== null || pen.text === '';
    if ((wish.andSend || taken.main < 0) && ready && isReady(taken, words)) send(taken, words);
  };
  const send = (taken: Hand, words: string) => {
    const { playbook, step, scriptId } = taken.filled;
    onSend(partsOf(taken, words));
    layDown(conversationId);
    pen.write('');
    const folderId = index?.items.find(({ id }) => id === scriptId)?.folderId ?? null;
    if (playbook !== null && step !== null) goOn(conversationId, { playbook, step, folderId });
  };
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (filling.current && event.key === 'Enter') {
      filling.current.andSend = true;
      return true;
    }
    if (query === null) return false;
    if (event.key === 'ArrowDown') setAt(Math.min(chosen + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(chosen - 1, 0));
    else if (event.key === 'Enter' && found.length > 0)
      void choose(found[chosen], event.metaKey || event.ctrlKey);
    else if (event.key === 'Escape') {
      setShut(pen.text);
      leave();
      if (own) pen.focus();
    } else return false;
    return true;
  };
  useEffect(() => {
    pen.helper.current = {
      onKeyDown,
      take: (text) => {
        if (pen.note) return false;
        if (variablesIn(text).length > 0) return true;
        const taken = handOf(conversationId);
        if (!taken) return false;
        if (isReady(taken, text)) send(taken, text);
        return true;
      },
    };
  });
  useEffect(() => {
    const idle = pen.text === '' && !pen.note && !filling.current;
    if (idle && (handOf(conversationId)?.main ?? -1) >= 0) layDown(conversationId);
  }, [pen.text, pen.note, conversationId]);
  useEffect(() => () => closePicker(), []);
  if (pen.note || !index) return null;
  const chips = pen.text === '' && !hand && pen.may ? suggest(usable, question, 3) : noEntries;
  return (
    <div className={pickerStyles.anchor}>
      {query !== null && (
        <>
          <Picker
            found={found}
            at={chosen}
            empty={usable.length === 0}
            onChoose={(entry) => void choose(entry, false)}
          />
          {own && (
            <QueryField
              value={ownQuery}
              pointed={found[chosen] ? optionId(chosen) : undefined}
              onChange={(words) => {
                setOwnQuery(words);
                setAt(0);
              }}
              onKeyDown={onKeyDown}
              onBlur={leave}
            />
          )}
        </>
      )}
      {course && !hand && (
        <Course
          conversationId={conversationId}
          course={course}
          index={index}
          onTake={(entry) => void choose(entry, false)}
        />
      )}
      {chips.length > 0 && query === null && (
        <Chips entries={chips} onTake={(entry) => void choose(entry, false)} />
      )}
      <Tray conversationId={conversationId} hand={hand} text={pen.text} />
    </div>
  );
}

interface QueryProps {
  readonly value: string;
  /** Id of the choice the keys point at. */
  readonly pointed: string | undefined;
  readonly onChange: (words: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => boolean;
  readonly onBlur: () => void;
}

/** Where one types what to find, when the list was asked for by itself. */
function QueryField({ value, pointed, onChange, onKeyDown, onBlur }: QueryProps) {
  const { t } = useLingui();
  return (
    <input
      className={pickerStyles.query}
      // biome-ignore lint/a11y/noAutofocus: the list was asked for in order to type into it
      autoFocus
      role="combobox"
      aria-expanded="true"
      aria-controls={listId}
      aria-activedescendant={pointed}
      aria-label={t`Find a script`}
      placeholder={t`Find a script`}
      value={value}
      onChange={({ target }) => onChange(target.value)}
      onKeyDown={(event) => {
        if (!event.nativeEvent.isComposing && onKeyDown(event)) event.preventDefault();
      }}
      onBlur={onBlur}
    />
  );
}

interface ChipsProps {
  readonly entries: readonly Entry[];
  readonly onTake: (entry: Entry) => void;
}

/** Scripts the buyer's question suggests. */
function Chips({ entries, onTake }: ChipsProps) {
  const { t } = useLingui();
  return (
    <fieldset className={styles.chips} aria-label={t`Scripts that may answer`}>
      {entries.map((entry) => (
        <button
          key={entry.id}
          type="button"
          className={styles.chip}
          title={entry.text}
          onClick={() => onTake(entry)}
        >
          {entry.title}
        </button>
      ))}
    </fieldset>
  );
}

const isReady = ({ filled, main }: Hand, words: string): boolean =>
  variablesIn(words).length === 0 &&
  filled.parts.every(
    (part, n) =>
      (n === main || part.missing.length === 0) && (part.kind !== 'order' || part.orderId),
  );
