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
