import { useSyncExternalStore } from 'react';

/** Colours the person wants: the system's, light, or dark. */
export type ThemeChoice = 'system' | 'light' | 'dark';

const darkSystem = matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

const chosen = (): ThemeChoice => {
  const kept = localStorage.getItem('guitai.theme');
  return kept === 'light' || kept === 'dark' ? kept : 'system';
};

const shown = (): 'light' | 'dark' => {
  const choice = chosen();
  return choice === 'dark' || (choice === 'system' && darkSystem.matches) ? 'dark' : 'light';
};

function apply(): void {
  document.documentElement.dataset.theme = shown();
  document.querySelector('meta[name="color-scheme"]')?.setAttribute('content', shown());
  for (const listener of listeners) listener();
}

darkSystem.addEventListener('change', apply);

/** Changes the colours at once and remembers them on this device. */
export function setTheme(choice: ThemeChoice): void {
  localStorage.setItem('guitai.theme', choice);
  apply();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** The colours on screen now. */
export const useShownTheme = (): 'light' | 'dark' => useSyncExternalStore(subscribe, shown);

/** What the person chose. */
export const useThemeChoice = (): ThemeChoice => useSyncExternalStore(subscribe, chosen);
