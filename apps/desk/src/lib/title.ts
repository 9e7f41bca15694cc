import { useEffect } from 'react';

/** Names the browser's tab after what is on screen. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Guitai`;
  }, [title]);
}
