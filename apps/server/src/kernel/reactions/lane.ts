import { setTimeout as sleep } from 'node:timers/promises';
import type { Step } from './step.ts';

/** While the shop writes so many events a second, a full batch is followed by a rest as long as itself; by a longer one, the more there are. */
const muchTold = 300;
/** The longest rest, in batches. */
const longestRest = 15;

/** How many events a process told, by the second. */
class Told {
  #from = 0;
  #now = 0;
  #before = 0;

  add(events: number): void {
    const at = performance.now();
    const passed = at - this.#from;
    if (passed >= 1000) {
      this.#before = passed < 2000 ? this.#now : 0;
      this.#now = 0;
      this.#from = at;
    }
    this.#now += events;
  }

  lately(): number {
    this.add(0);
    return Math.max(this.#now, this.#before);
  }
}

/**
 * The lane of those who follow the log in batches: one batch at a time in this process, each in its turn. Those who write come
 * before those who follow: who has fallen behind must not take what the busiest hour needs.
 */
export class Lane {
  readonly #told = new Told();
  #last: Promise<unknown> = Promise.resolve();

  /** So many events were told in this process. */
  count(events: number): void {
    this.#told.add(events);
  }

  /** Runs a batch when its turn comes. */
  run(batch: () => Promise<Step>): Promise<Step> {
    const mine = this.#last.then(async () => {
      const began = performance.now();
      const outcome = await batch();
      if (outcome === 'more') await sleep(this.#share() * (performance.now() - began));
      return outcome;
    });
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  /** How many times its own length a full batch is rested. */
  #share(): number {
    return Math.min(longestRest, Math.floor(this.#told.lately() / muchTold));
  }
}
