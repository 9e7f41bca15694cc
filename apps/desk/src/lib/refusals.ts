import type { ProblemError } from '@guitai/sdk';
import type { I18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';

const own = {
  'network.unreachable': msg`The server cannot be reached. Check the connection and try again.`,
  'network.aborted': msg`Cancelled.`,
  'network.unreadable': msg`The answer could not be understood. Try again in a moment.`,
};

/** The sentence a person reads: the server's own, or ours where no server spoke. */
export const sentenceOf = (problem: ProblemError, i18n: I18n): string =>
  problem.code in own ? i18n._(own[problem.code as keyof typeof own]) : problem.message;
