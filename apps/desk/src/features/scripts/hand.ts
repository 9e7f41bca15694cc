import type { scripts } from '@guitai/contract';
import { useSyncExternalStore } from 'react';
import { createStore } from '../../lib/store.ts';

/** A script taken into the composer of a conversation and not sent yet. */
export interface Hand {
  readonly filled: scripts.FilledScriptShape;
  /** Place in `parts` of the text that is in the field; -1: none is. */
  readonly main: number;
  readonly orderId?: string;
  readonly question: string;
  /** Counted once under this. */
  readonly useKey: string;
}

/** The sequence a conversation is in: which playbook, and the step that was sent last. */
export interface Course {
  readonly playbook: string;
  readonly step: number;
  readonly folderId: string | null;
}

interface Kept {
  readonly hands: Readonly<Record<string, Hand>>;
  readonly courses: Readonly<Record<string, Course>>;
}

const place = 'guitai.scripts';
const store = createStore<Kept>(
  JSON.parse(sessionStorage.getItem(place) ?? '{"hands":{},"courses":{}}') as Kept,
);
store.subscribe(() => sessionStorage.setItem(place, JSON.stringify(store.get())));

const without = <V>(all: Readonly<Record<string, V>>, id: string): Record<string, V> =>
  Object.fromEntries(Object.entries(all).filter(([key]) => key !== id));

export const handOf = (conversationId: string): Hand | undefined =>
  store.get().hands[conversationId];

export function takeInHand(conversationId: string, hand: Hand): void {
  const { hands, courses } = store.get();
  store.set({ hands: { ...hands, [conversationId]: hand }, courses });
}

export function layDown(conversationId: string): void {
  const { hands, courses } = store.get();
  if (hands[conversationId]) store.set({ hands: without(hands, conversationId), courses });
}

/** The next step of a playbook is offered until the sequence is left. */
export function goOn(conversationId: string, course: Course | undefined): void {
  const { hands, courses } = store.get();
  const rest = without(courses, conversationId);
  store.set({ hands, courses: course ? { ...rest, [conversationId]: course } : rest });
}

export const useHand = (conversationId: string): Hand | undefined =>
  useSyncExternalStore(store.subscribe, () => store.get().hands[conversationId]);

export const useCourse = (conversationId: string): Course | undefined =>
  useSyncExternalStore(store.subscribe, () => store.get().courses[conversationId]);

/** One message on its way out of a hand. */
export interface Part {
  readonly scriptId: string;
  readonly version: number;
  readonly variant: number;
  readonly part: number;
  readonly useKey: string;
  readonly locale: 'zh-CN' | 'zh-TW' | 'en';
  readonly orderId?: string;
  readonly question?: string;
  readonly text?: string;
  readonly kind: scripts.PartKindWord;
  /** What is shown while it is on its way. */
  readonly label: string;
}

/** What goes out of a hand, in order; `words` are those in the field. */
export function partsOf({ filled, main, orderId, question, useKey }: Hand, words: string): Part[] {
  const { scriptId, version, variant, locale, parts } = filled;
  return parts.map((part, n) => ({
    scriptId,
    version,
    variant,
    part: part.part,
    useKey,
    locale,
    kind: part.kind,
    label: part.label || part.text,
    ...(orderId ? { orderId } : {}),
    ...(question ? { question } : {}),
    ...(part.kind === 'text' ? { text: n === main ? words : part.text } : {}),
  }));
}
