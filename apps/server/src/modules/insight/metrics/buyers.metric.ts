import { counted, type Metric } from './metric.ts';

export const buyers: Metric = {
  id: 'buyers',
  unit: 'count',
  better: null,
  name: {
    en: 'Buyers served',
    'zh-CN': '接待人次',
    'zh-TW': '接待人次',
  },
  definition: {
    en: 'Different buyers of a day, added up over the days; so days add up to the month.',
    'zh-CN': '每天的不同买家数，逐日相加；因此各日之和等于全月。',
    'zh-TW': '每天的不同買家數，逐日相加；因此各日總和等於全月。',
  },
  measure: null,
  sum: null,
  rows: 'sessions',
  read: (tally) => counted(tally.count('buyers')),
};
