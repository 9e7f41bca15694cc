/** Milliseconds since 1970 in UTC. The one place where the kernel and the modules read the time, so that tests can move it. */
export const clock = { now: (): number => Date.now() };

/** The present instant. */
export const now = (): Date => new Date(clock.now());
