import type { Measure } from '../lib/figure.ts';
import { address } from './address.ts';
import { audit } from './audit.ts';
import { care } from './care.ts';
import { counter } from './counter.ts';
import { crash } from './crash.ts';
import { crowd } from './crowd.ts';
import { messages } from './messages.ts';
import { money } from './money.ts';
import { report } from './report.ts';
import { search } from './search.ts';
import { sizes } from './sizes.ts';
import { start } from './start.ts';

/** Every measure, in the order it runs. */
export const measures: readonly Measure[] = [
  start,
  crowd,
  messages,
  counter,
  search,
  address,
  audit,
  money,
  care,
  report,
  crash,
  sizes,
];
