/** Remembers what was used lately: at least `size` entries, at most twice as many, without moving any. */
export function createMemory<V>(size: number) {
  let young = new Map<string, V>();
  let old = new Map<string, V>();

  const set = (key: string, value: V): void => {
    young.set(key, value);
    if (young.size < size) return;
    old = young;
    young = new Map();
  };

  return {
    set,
    get(key: string): V | undefined {
      const found = young.get(key);
      if (found !== undefined) return found;
      const older = old.get(key);
      if (older !== undefined) set(key, older);
      return older;
    },
    delete(key: string): void {
      young.delete(key);
      old.delete(key);
    },
  };
}
