/** A small generator of its own, so that a failure can be run again. */
export function drawn(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
  return { next, below: (n: number) => Math.floor(next() * n) };
}
