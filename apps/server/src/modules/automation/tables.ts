import type { automation } from '@guitai/contract';
import type { Chain } from './chain.rules.ts';

/** Who a rule acts for. */
export interface RuleAuthor {
  readonly kind: 'member' | 'key';
  readonly id: string;
  /** Versions of the kinds of coupons it gives, as they were then, by the kind's id. */
  readonly knew: Readonly<Record<string, number>>;
}

/** A rule as it stands. */
export interface RuleRow {
  readonly id: string;
  readonly shopId: string;
  readonly preset: automation.CarePreset | null;
  readonly name: string;
  readonly position: number;
  readonly state: 'on' | 'paused' | 'off';
  readonly since: Date | null;
  readonly stoppedAt: Date | null;
  readonly stoppedWhy: automation.RuleStopWord | null;
  readonly stoppedDetail: string | null;
  readonly version: number;
  readonly trigger: automation.RuleTrigger;
  readonly definition: automation.RuleDefinition;
  readonly updatedAt: Date;
  /** Null: the product itself. */
  readonly author: RuleAuthor | null;
}

/** A run that waits for its time. */
export interface WaitingRun {
  readonly id: string;
  readonly ruleId: string;
  readonly shopId: string;
  readonly trigger: automation.RuleTrigger;
  readonly subjectId: string;
  readonly episode: string;
  readonly happening: string;
  readonly position: number;
  readonly orderId: string | null;
  readonly conversationId: string | null;
  readonly buyerId: string | null;
  readonly messageId: string | null;
  readonly messageText: string | null;
  /** What must still stand when the time has come, e.g. since when the buyer waits. */
  readonly mark: string | null;
  /** The episode a match uses up. */
  readonly round: string;
  readonly chain: Chain;
  readonly happenedAt: Date;
  readonly dueAt: Date;
}

/** A run decided. */
export interface DecidedRun {
  readonly id: string;
  readonly version: number;
  readonly state: Exclude<automation.RunStateWord, 'planned'>;
  readonly why: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly actions: readonly automation.RunAction[];
  readonly fired: string | null;
}
