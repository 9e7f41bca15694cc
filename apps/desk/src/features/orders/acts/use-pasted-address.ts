import { orders } from '@guitai/contract';
import { useState } from 'react';
import { useReply } from '../../../lib/query.ts';
import { useSettled } from '../../../lib/settled.ts';
import { type AddressParts, emptyAddress } from './address.rules.ts';

/** An address out of pasted text, part by part, with what was corrected by hand since. */
export function usePastedAddress() {
  const [text, setText] = useState('');
  const [byHand, setByHand] = useState<Partial<AddressParts>>({});
  const [writing, setWriting] = useState(false);
  const settled = useSettled(text.trim(), 80);
  const reading = useReply(
    orders.readAddress,
    { text: settled },
    { when: settled !== '', freshFor: 60_000, keepPrevious: true },
  );
  const read = text.trim() === '' ? undefined : reading.data;
  const shown = read !== undefined || writing;
  const upToDate = text.trim() === settled && !reading.isPlaceholderData;
  const address: AddressParts = { ...emptyAddress, ...read?.address, ...byHand };
  return {
    text,
    reading: read,
    error: text === '' ? null : reading.error,
    shown,
    address,
    /** What may be sent: undefined while nothing is written or the text is still being read. */
    ready: shown && upToDate && address.street !== '' ? address : undefined,
    paste: (next: string) => {
      setText(next);
      setByHand({});
    },
    correct: (parts: Partial<AddressParts>) => setByHand({ ...byHand, ...parts }),
    write: () => setWriting(true),
  };
}

export type PastedAddress = ReturnType<typeof usePastedAddress>;
