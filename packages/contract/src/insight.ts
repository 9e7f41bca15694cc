import { endpoint, Strict } from './endpoint.ts';
import { defineErrors } from './errors.ts';
import {
  Board,
  Breakdown,
  Day,
  Figure,
  InsightRow,
  InsightSettings,
  Metric,
  PersonFigures,
  Profile,
  ProfileRules,
  Report,
  Scope,
  SpecialDay,
  Statement,
} from './insight.shapes.ts';
import { Id, Nullable, OneOf, Page, PageQuery, Type } from './schema.ts';

export * from './insight.shapes.ts';

const scopeErrors = [
  'insight.range_invalid',
  'insight.profile_unknown',
  'insight.not_yours',
  'insight.metric_unknown',
] as const;

const MetricId = Type.String({ maxLength: 60 });

export const listMetrics = endpoint({
  id: 'listMetrics',
  method: 'GET',
  path: '/insight/metrics',
  summary:
    'Every metric with its definition in the reader’s language, every profile, the team’s settings.',
  reply: Type.Object({
    metrics: Type.Array(Metric),
    profiles: Type.Array(Profile),
    settings: InsightSettings,
    behind: Type.Integer({
      description: 'Events of the log the facts have still to read; 0 while they follow.',
    }),
    can: Type.Array(Type.String()),
    factsFrom: Nullable(Day),
    factsTo: Nullable(Day),
  }),
});

export const getReport = endpoint({
  id: 'getReport',
  method: 'GET',
  path: '/insight/report',
  summary: 'Numbers of shops or one person over some days, with the days before.',
  query: Strict({ ...Scope, trend: Type.Optional(MetricId) }),
  reply: Report,
  errors: [...scopeErrors],
});

export const listPeopleFigures = endpoint({
  id: 'listPeopleFigures',
  method: 'GET',
  path: '/insight/people',
  summary: 'Everybody’s numbers, ranked by one metric. Who has too few facts is not ranked.',
  query: Strict({
    ...Scope,
    by: Type.Optional(MetricId),
    metrics: Type.Optional(
      Type.String({ maxLength: 400, description: 'Ids, separated by commas; at most 12.' }),
    ),
  }),
  reply: Type.Object({
    by: Type.String(),
    minSample: Type.Integer(),
    items: Type.Array(PersonFigures),
  }),
  errors: [...scopeErrors],
});

export const getMyFigures = endpoint({
  id: 'getMyFigures',
  method: 'GET',
  path: '/insight/me',
  summary:
    'The reader’s own numbers: today, the last seven days, and the median of the four weeks before those.',
  query: Strict({ by: Type.Optional(MetricId) }),
  reply: Type.Object({
    today: Type.Array(Figure),
    week: Type.Array(Figure),
    median: Type.Array(Type.Object({ metric: Type.String(), value: Nullable(Type.Number()) })),
    rank: Nullable(
      Type.Object({
        metric: Type.String(),
        place: Nullable(Type.Integer({ description: 'Null: too few facts.' })),
        of: Type.Integer(),
      }),
    ),
  }),
  errors: ['insight.metric_unknown'],
});

export const listBreakdown = endpoint({
  id: 'listBreakdown',
  method: 'GET',
  path: '/insight/conversion',
  summary: 'Asked, ordered, paid and taken back: by person, product or script.',
  query: Strict({ ...Scope, by: OneOf(['person', 'product', 'category', 'script'] as const) }),
  reply: Type.Object({ items: Type.Array(Breakdown) }),
  errors: [...scopeErrors],
});

export const listInsightRows = endpoint({
  id: 'listInsightRows',
  method: 'GET',
  path: '/insight/rows',
  summary: 'The facts behind a metric’s number, newest first.',
  query: Strict({ ...Scope, metric: MetricId, ...PageQuery }),
  reply: Page(InsightRow),
  errors: [...scopeErrors, 'list.cursor_invalid'],
});

export const exportInsight = endpoint({
  id: 'exportInsight',
  method: 'GET',
  path: '/insight/export',
  summary: 'A table as CSV that no spreadsheet calculates; numbers stay numbers.',
  query: Strict({
    ...Scope,
    table: OneOf(['people', 'days', 'rows'] as const),
    metric: Type.Optional(MetricId),
  }),
  transfer: 'bytes',
  reply: Type.Unknown(),
  errors: [...scopeErrors],
});

export const getBoard = endpoint({
  id: 'getBoard',
  method: 'GET',
  path: '/insight/board',
  summary: 'The floor as it is: live conversations, who is there. Events keep it true.',
  reply: Board,
});

export const updateInsightSettings = endpoint({
  id: 'updateInsightSettings',
  method: 'PATCH',
  path: '/insight/settings',
  summary: 'Changes the team’s profile, or whether people see their rank.',
  body: Type.Partial(Strict(InsightSettings.properties), { additionalProperties: false }),
  reply: InsightSettings,
  errors: ['insight.profile_unknown'],
});

export const setProfileRules = endpoint({
  id: 'setProfileRules',
  method: 'PUT',
  path: '/insight/profiles/:profileId/rules',
  summary: 'Rules that hold from a date on; what was before keeps its own.',
  params: Strict({ profileId: Type.String({ maxLength: 60 }) }),
  body: Strict({ validFrom: Day, rules: ProfileRules }),
  reply: Profile,
  errors: ['insight.profile_unknown', 'insight.window_empty'],
});

export const listSpecialDays = endpoint({
  id: 'listSpecialDays',
  method: 'GET',
  path: '/insight/shops/:shopId/special-days',
  summary: 'Dates on which a shop keeps other hours: holidays, make-up days, sales.',
  params: Strict({ shopId: Id }),
  reply: Type.Object({ items: Type.Array(SpecialDay) }),
  errors: ['shop.not_found'],
});

export const setSpecialDays = endpoint({
  id: 'setSpecialDays',
  method: 'PUT',
  path: '/insight/shops/:shopId/special-days',
  summary: 'Sets all of a shop’s special days at once.',
  params: Strict({ shopId: Id }),
  body: Strict({ items: Type.Array(SpecialDay, { maxItems: 1000 }) }),
  reply: Type.Object({ items: Type.Array(SpecialDay) }),
  errors: ['shop.not_found'],
});

export const listStatements = endpoint({
  id: 'listStatements',
  method: 'GET',
  path: '/insight/statements',
  summary: 'Closed months as they were closed, and every change since as a row of its own.',
  query: Strict({ month: Type.Optional(Day), shopId: Type.Optional(Id) }),
  reply: Type.Object({ items: Type.Array(Statement) }),
});

/** Data of `insight.profile_changed`. */
export const InsightChanged = Type.Object({ profile: Type.String() });

export const insightErrors = defineErrors({
  'insight.range_invalid': {
    status: 422,
    en: 'The first day must not be after the last, and at most 400 days at once.',
    'zh-CN': '开始日期不能晚于结束日期，且一次最多 400 天。',
    'zh-TW': '開始日期不能晚於結束日期，且一次最多 400 天。',
  },
  'insight.profile_unknown': {
    status: 404,
    en: 'There is no profile {profile}.',
    'zh-CN': '没有名为 {profile} 的统计规则。',
    'zh-TW': '沒有名為 {profile} 的統計規則。',
  },
  'insight.metric_unknown': {
    status: 404,
    en: 'There is no metric {metric}.',
    'zh-CN': '没有名为 {metric} 的指标。',
    'zh-TW': '沒有名為 {metric} 的指標。',
  },
  'insight.not_yours': {
    status: 403,
    en: 'You can see your own numbers; those of others are for leads.',
    'zh-CN': '您可以查看自己的数据；他人的数据由主管查看。',
    'zh-TW': '您可以檢視自己的數據；他人的數據由主管檢視。',
  },
  'insight.window_empty': {
    status: 422,
    en: 'The hours of the profile begin and end at the same time.',
    'zh-CN': '统计时段的开始与结束时间相同。',
    'zh-TW': '統計時段的開始與結束時間相同。',
  },
});
