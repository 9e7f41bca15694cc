import { insight } from '@guitai/contract';
import { route, routeBare } from '../../kernel/route.ts';
import { getBoard } from './board.ts';
import { listBreakdown } from './breakdown.ts';
import { listMetrics } from './catalogue.ts';
import { exportInsight } from './export.ts';
import { getMyFigures } from './mine.ts';
import { listPeopleFigures } from './people.ts';
import { getReport } from './report.ts';
import { listInsightRows } from './rows.ts';
import { setProfileRules, updateInsightSettings } from './settings.ts';
import { listSpecialDays, setSpecialDays } from './special-days.ts';
import { listStatements } from './statement.ts';

const audited = { audited: true };

export const routes = [
  route(insight.listMetrics, 'insight.own', listMetrics),
  route(insight.getReport, 'insight.own', getReport),
  route(insight.getMyFigures, 'insight.own', getMyFigures),
  route(insight.listPeopleFigures, 'insight.read', listPeopleFigures),
  route(insight.listBreakdown, 'insight.own', listBreakdown),
  route(insight.listInsightRows, 'insight.own', listInsightRows),
  routeBare(insight.exportInsight, 'insight.own', exportInsight, audited),
  route(insight.getBoard, 'insight.read', getBoard),
  route(insight.listStatements, 'insight.own', listStatements),
  route(insight.updateInsightSettings, 'insight.manage', updateInsightSettings, audited),
  route(insight.setProfileRules, 'insight.manage', setProfileRules, audited),
  route(insight.listSpecialDays, 'insight.read', listSpecialDays),
  route(insight.setSpecialDays, 'insight.manage', setSpecialDays, audited),
];
