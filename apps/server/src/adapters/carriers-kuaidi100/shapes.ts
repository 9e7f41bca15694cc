/** A step as 快递100 tells it; `status` and `statusCode` come with `resultv2`. */
export interface Kuaidi100Step {
  readonly time?: string;
  readonly ftime?: string;
  readonly context?: string;
  readonly status?: string;
  readonly statusCode?: string;
  readonly areaName?: string;
  readonly location?: string;
}

/** What is known of a parcel: the answer to a query, and `lastResult` of a callback. */
export interface Kuaidi100Result {
  readonly message?: string;
  readonly nu?: string;
  readonly com?: string;
  readonly status?: string;
  readonly state?: string;
  readonly ischeck?: string;
  readonly data?: readonly Kuaidi100Step[];
  /** Only where a query failed. */
  readonly result?: boolean;
  readonly returnCode?: string;
}

/** What a callback carries in `param`. */
export interface Kuaidi100Push {
  readonly status?: 'polling' | 'shutdown' | 'abort' | 'updateall';
  readonly message?: string;
  readonly autoCheck?: string;
  readonly comOld?: string;
  readonly comNew?: string;
  readonly lastResult?: Kuaidi100Result;
}
