export interface Store<S> {
  get(): S;
  turn(next: S): void;
  /** Changes some of it. */
  set(patch: Partial<S>): void;
}

/** One state, drawn at most once per turn of the event loop. */
export const createStore = <S extends object>(first: S, onChange: (state: S) => void): Store<S> => {
  let state = first;
  let waiting = false;
  const turn = (next: S): void => {
    state = next;
    if (waiting) return;
    waiting = true;
    queueMicrotask(() => {
      waiting = false;
      onChange(state);
    });
  };
  return {
    get: () => state,
    turn,
    set: (patch: Partial<S>) => turn({ ...state, ...patch }),
  };
};
