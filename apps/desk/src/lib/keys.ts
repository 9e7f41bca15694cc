import type { I18n, MessageDescriptor } from '@lingui/core';
import { useEffect, useRef } from 'react';

/** Something a person can do here: found in the palette by name, in the sheet by key. */
export interface Command {
  readonly id: string;
  /** Words of ours, or a name as it is (a buyer). */
  readonly name: MessageDescriptor | string;
  readonly group: MessageDescriptor | string;
  /** One key (`j`, `?`, `Enter`) or with the command key (`mod+k`). */
  readonly key?: string;
  /** False: known, but not possible now; keeps its place in the sheet. */
  readonly possible?: boolean;
  /** Also while typing in a field; only sensible together with `mod+`. */
  readonly whileTyping?: boolean;
  /** Not offered in the palette (moving between rows, for example). */
  readonly keyOnly?: boolean;
  /** Neither in the palette nor on the sheet: stands in for a command that is not there yet. */
  readonly unlisted?: boolean;
  readonly run: () => void;
}

const layers: { current: readonly Command[] }[] = [];

/** Every command alive now, the innermost screen first. */
export const commandsNow = (): Command[] => [...layers].reverse().flatMap((layer) => layer.current);

/** A command's name or group in the reader's language. */
export const worded = (words: MessageDescriptor | string, i18n: I18n): string =>
  typeof words === 'string' ? words : i18n._(words);

/** Makes commands available while the component is mounted. Inner components win over outer ones. */
export function useCommands(commands: readonly Command[]): void {
  const layer = useRef(commands);
  layer.current = commands;
  useEffect(() => {
    layers.push(layer);
    return () => void layers.splice(layers.indexOf(layer), 1);
  }, []);
}

const sources: (() => readonly Command[])[] = [];

/** What the palette finds besides commands, asked when it is opened (buyers in the list, for example). */
export const foundByName = (): Command[] => sources.flatMap((source) => source());

/** Offers things by name to the palette while the component is mounted; `source` must be stable. */
export function usePaletteSource(source: () => readonly Command[]): void {
  useEffect(() => {
    sources.push(source);
    return () => void sources.splice(sources.indexOf(source), 1);
  }, [source]);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

const inDialog = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('[role="dialog"],[role="menu"]') !== null;

/** A menu or a bubble is open: Escape closes that first. */
const somethingFloats = (): boolean =>
  document.querySelector(
    ':popover-open, .ant-popover:not(.ant-popover-hidden), .ant-select-dropdown:not(.ant-select-dropdown-hidden)',
  ) !== null;

const nameOf = (event: KeyboardEvent): string =>
  `${event.metaKey || event.ctrlKey ? 'mod+' : ''}${event.key.length === 1 ? event.key.toLowerCase() : event.key}`;

/** Listens once for the whole page. Keys of an input method in the middle of a word are never ours. */
export function listenForKeys(): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.isComposing || event.keyCode === 229 || event.altKey || event.defaultPrevented)
      return;
    const typing = isTyping(event.target);
    if (inDialog(event.target) && !event.metaKey && !event.ctrlKey) return;
    const name = nameOf(event);
    const command = commandsNow().find(
      (one) => one.key === name && one.possible !== false && (!typing || one.whileTyping),
    );
    if (name === 'Escape' && typing && !command && !somethingFloats()) leave(event.target);
    if (!command) return typing ? undefined : tellIdle(name);
    if (pressesButton(event)) return;
    if (name === 'Escape' && somethingFloats()) return;
    event.preventDefault();
    command.run();
  };
  document.addEventListener('keydown', onKey);
  return () => document.removeEventListener('keydown', onKey);
}

const idle = new Set<(command: Command) => void>();

/** Tells of keys that are known here but not possible now; gives the way to stop. */
export function onIdleKey(listener: (command: Command) => void): () => void {
  idle.add(listener);
  return () => void idle.delete(listener);
}

const tellIdle = (name: string): void => {
  const command = commandsNow().find(({ key }) => key === name);
  if (command && name.length === 1) for (const listener of idle) listener(command);
};

/** Does what a key means now, or says that it is not possible; false: nobody here knows the key (yet). */
export function runKey(name: string): boolean {
  const known = commandsNow().filter(({ key, unlisted }) => key === name && !unlisted);
  if (known.length === 0) return false;
  const command = known.find(({ possible }) => possible !== false);
  if (command) command.run();
  else tellIdle(name);
  return true;
}

/** Escape leaves a field: what is typed next are keys again, not words in it. */
const leave = (target: EventTarget | null): void => {
  if (target instanceof HTMLElement) target.blur();
};

/** Enter and Space on a focused button or link press that, not a command. */
const pressesButton = (event: KeyboardEvent): boolean =>
  (event.key === 'Enter' || event.key === ' ') &&
  event.target instanceof HTMLElement &&
  event.target.closest('button,a,[role="button"],[role="tab"],summary') !== null;

const mac = /Mac|iPhone|iPad/.test(navigator.platform);

/** The key as printed on this machine's keyboard: ⌘K, Ctrl+K, J. */
export function keyLabel(key: string): string {
  const [last = '', mod] = key.split('+').reverse();
  const shown = last.length === 1 ? last.toUpperCase() : last === 'Escape' ? 'Esc' : last;
  if (mod !== 'mod') return shown;
  return mac ? `⌘${shown}` : `Ctrl+${shown}`;
}
