import { useEffect, useState } from 'preact/hooks';

/** What a page loads: not here yet, here, or refused. */
export interface Loaded<T> {
  value?: T;
  fault?: string;
  /** Puts a newer value in its place. */
  set: (value: T) => void;
}

/** Loads when the view appears and whenever a key changes; the answer of an older key is let go. */
export const useLoad = <T>(load: () => Promise<T>, keys: readonly unknown[]): Loaded<T> => {
  const [state, setState] = useState<{ value?: T; fault?: string }>({});
  useEffect(() => {
    let current = true;
    setState({});
    load().then(
      (value) => current && setState({ value }),
      (error: Error) => current && setState({ fault: error.message }),
    );
    return () => {
      current = false;
    };
  }, keys);
  return { ...state, set: (value) => setState({ value }) };
};
