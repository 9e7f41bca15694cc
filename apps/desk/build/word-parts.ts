import { broughtBy, type Sources } from './sources.ts';

/** Where the desk begins. */
export const start = 'app/main.tsx';

type Some = ReadonlySet<string>;
/** Sets by a file's path below `src`. */
type ByFile = ReadonlyMap<string, Some>;

/**
 * Divides what is `said` (message ids by file) among the parts of the desk: the start, and every file that is imported when it is wanted. A part
 * has what it can say with everything it brings at once, less what is there already wherever it is wanted.
 */
export function wordParts(sources: Sources, said: ByFile): ByFile {
  const brought = broughtByParts(sources);
  const says = new Map<string, Some>(
    [...brought].map(([part, files]) => [
      part,
      new Set([...files].flatMap((file) => [...(said.get(file) ?? [])])),
    ]),
  );
  const hosts = hostsOf(sources, brought);
  const before = knownBefore(says, hosts);
  return new Map([...says].map(([part, words]) => [part, less(words, before.get(part) ?? none)]));
}

function broughtByParts(sources: Sources): ByFile {
  const parts = new Set([start, ...[...sources.values()].flatMap(({ lazies }) => lazies)]);
  return new Map([...parts].map((part) => [part, broughtBy(sources, part)]));
}

/** The parts from which a part is wanted. */
function hostsOf(sources: Sources, brought: ByFile): ByFile {
  const hosts = new Map<string, Set<string>>();
  for (const [host, files] of brought) {
    for (const part of [...files].flatMap((file) => sources.get(file)?.lazies ?? []))
      hosts.set(part, (hosts.get(part) ?? new Set()).add(host));
  }
  return hosts;
}

/** What is there before a part is loaded, whichever way it is reached: narrowed until nothing changes. */
function knownBefore(says: ByFile, hosts: ByFile): ByFile {
  const all: Some = new Set([...says.values()].flatMap((words) => [...words]));
  const before = new Map<string, Some>(
    [...says.keys()].map((part) => [part, part === start ? none : all]),
  );
  const known = (part: string) =>
    new Set([...(says.get(part) ?? none), ...(before.get(part) ?? none)]);
  for (let changed = true; changed; ) {
    changed = false;
    for (const [part, from] of hosts) {
      if (part === start) continue;
      const now = [...from].map(known).reduce(inBoth, all);
      changed ||= now.size < (before.get(part)?.size ?? 0);
      before.set(part, now);
    }
  }
  return before;
}

const none: Some = new Set();

const less = (some: Some, others: Some): Some =>
  new Set([...some].filter((one) => !others.has(one)));

const inBoth = (some: Some, others: Some): Some =>
  new Set([...some].filter((one) => others.has(one)));
