import type { EventType } from '../../kernel/events.ts';
import type { Route } from '../../kernel/route.ts';

/** What access is given when the house is put together. */
export interface AccessNeeds {
  /** The server's secret: seals second factors, marks devices, derives one-time secrets. */
  readonly secretKey: string;
  /** Where people reach the product, without a slash at the end; null: as the request reached it. */
  readonly publicUrl: string | null;
  /** A session ends after so many days without use … */
  readonly sessionIdleDays: number;
  /** … and after so many in any case. */
  readonly sessionMaxDays: number;
}

/** The route of an endpoint; undefined when the house has none of that id. */
export type CommandOf = (endpoint: string) => Route | undefined;

/** What access is given by whoever knows every module. */
export interface AccessPorts {
  /** Finds the command that an approval lets run. */
  readonly commandOf: CommandOf;
  /** Events after which the facts of an order may be others; their data names it. */
  readonly orderChanges: readonly Pick<EventType, 'type'>[];
}

/** A house of people and shops alone: nothing to approve. */
export const noPorts: AccessPorts = { commandOf: () => undefined, orderChanges: [] };
