/** A value that views follow and that may survive a reload. */
import { useEffect, useState } from 'preact/hooks';

export interface Kept<T> {
  get(): T;
  set(value: T): void;
  /** In a view: the value, drawn anew when it changes. */
  use(): T;
}

const read = <T>(key: string | undefined, first: T): T => {
  try {
    const text = key && localStorage.getItem(key);
    return text ? (JSON.parse(text) as T) : first;
  } catch {
    return first;
  }
};

const write = (key: string, value: unknown): void => {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Private windows may refuse; then the value lives as long as the page.
  }
};

/** Makes a kept value; with a key it is kept in this browser. */
export const kept = <T>(first: T, key?: string): Kept<T> => {
  let value = read(key, first);
  const followers = new Set<() => void>();
  return {
    get: () => value,
    set: (next) => {
      value = next;
      if (key) write(key, next);
      for (const follow of followers) follow();
    },
    use: () => {
      const [, draw] = useState({});
      useEffect(() => {
        const follow = () => draw({});
        followers.add(follow);
        return () => {
          followers.delete(follow);
        };
      }, []);
      return value;
    },
  };
};
