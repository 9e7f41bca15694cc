/** A command of `guitai`. */
export interface Command {
  readonly summary: string;
  /** Carries it out with the words after its name; gives the exit code. */
  readonly run: (words: string[]) => Promise<number>;
}

/** Every command there is; each is loaded when it is asked for. */
export const commands: Readonly<Record<string, Command>> = {
  start: {
    summary: 'runs the product until it is asked to end',
    run: async () => (await import('./start.ts')).start(),
  },
  import: {
    summary: 'brings products, buyers, orders or parcels in from a file; see import --help',
    run: async (words) => (await import('./import.ts')).importCommand(words),
  },
  backup: {
    summary: 'saves everything to a new folder: backup <folder>',
    run: async (words) => (await import('./backup/backup.ts')).backup(words),
  },
  restore: {
    summary: 'makes a new instance out of a backup: restore <folder>',
    run: async (words) => (await import('./backup/restore.ts')).restore(words),
  },
  seed: {
    summary: 'brings the sample shop in, or takes it away: seed [remove] [team]',
    run: async (words) => (await import('./seed.ts')).seed(words),
  },
  verify: {
    summary: 'checks that the records agree with each other',
    run: async () => (await import('./verify.ts')).verify(),
  },
  rebuild: {
    summary: 'makes something anew from the log: rebuild insight [team]',
    run: async (words) => (await import('./rebuild.ts')).rebuild(words),
  },
  account: {
    summary: '<e-mail>: a new password for a person who lost password or phone',
    run: async (words) => (await import('./account.ts')).account(words),
  },
  team: {
    summary: '<team> <owner> <e-mail> <shop>: makes a further team on this server',
    run: async (words) => (await import('./team.ts')).team(words),
  },
};
