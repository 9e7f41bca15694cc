import { isoColumn as iso } from '../../../kernel/events.ts';
import { fence, publish } from '../../../kernel/migrate.ts';

const tables = `
  create table aftersales_cases (
    team_id uuid not null,
    id uuid not null,
    shop_id uuid not null,
    order_id uuid not null,
    buyer_id uuid,
    conversation_id uuid,
    kind text not null check (kind in ('refund', 'return', 'exchange', 'repair', 'resend', 'compensate')),
    state text not null check (state in ('asked', 'evidence_wanted', 'accepted', 'waiting_goods', 'received', 'inspected',
      'settled', 'refused', 'withdrawn')),
    reason_code text not null,
    reason_text text not null,
    note text not null default '',
    decision text not null default '',
    currency text not null,
    amount_minor bigint check (amount_minor >= 0),
    difference_minor bigint,
    payee_method_id uuid,
    fault text not null check (fault in ('ours', 'buyer', 'unclear')),
    postage_by text not null check (postage_by in ('shop', 'buyer')),
    parcel_in json,
    parcel_out json,
    inspection json,
    once_key text,
    paid_act_id uuid,
    due_at timestamptz,
    told text check (told in ('near', 'passed')),
    version int not null default 1,
    actor_kind text not null,
    actor_id uuid,
    opened_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz not null default clock_timestamp(),
    primary key (team_id, id),
    foreign key (team_id, shop_id) references shops (team_id, id) on delete cascade,
    foreign key (team_id, order_id) references orders (team_id, id) on delete cascade,
    foreign key (team_id, buyer_id) references buyers (team_id, id) on delete set null (buyer_id));
  create index aftersales_cases_due on aftersales_cases (team_id, due_at, id) where due_at is not null;
  create index aftersales_cases_done on aftersales_cases (team_id, updated_at desc, id desc) where due_at is null;
  create index aftersales_cases_order on aftersales_cases (team_id, order_id, opened_at);
  create index aftersales_cases_buyer on aftersales_cases (team_id, buyer_id, opened_at) where buyer_id is not null;
  ${fence('aftersales_cases')}
  create table aftersales_lines (
    team_id uuid not null,
    case_id uuid not null,
    line_no int not null,
    quantity int not null check (quantity > 0),
    title text not null,
    sku text not null,
    options json not null,
    picture_url text,
    unit_minor bigint not null,
    variant_id uuid,
    new_variant_id uuid,
    new_sku text,
    new_options json,
    new_unit_minor bigint,
    primary key (team_id, case_id, line_no),
    foreign key (team_id, case_id) references aftersales_cases (team_id, id) on delete cascade);
  ${fence('aftersales_lines')}
  create table aftersales_claims (
    team_id uuid not null,
    order_id uuid not null,
    line_no int not null,
    claimed int not null,
    pieces int not null,
    primary key (team_id, order_id, line_no),
    check (claimed between 0 and pieces),
    foreign key (team_id, order_id) references orders (team_id, id) on delete cascade);
  ${fence('aftersales_claims')}
  create table aftersales_once (
    team_id uuid not null,
    order_id uuid not null,
    rule text not null,
    by_id uuid not null,
    at timestamptz not null default clock_timestamp(),
    primary key (team_id, order_id, rule),
    foreign key (team_id, order_id) references orders (team_id, id) on delete cascade);
  ${fence('aftersales_once')}
  create table aftersales_evidence (
    team_id uuid not null,
    case_id uuid not null,
    file_id uuid not null,
    name text not null,
    mime text not null,
    actor_kind text not null,
    at timestamptz not null default clock_timestamp(),
    primary key (team_id, case_id, file_id),
    foreign key (team_id, case_id) references aftersales_cases (team_id, id) on delete cascade);
  ${fence('aftersales_evidence')}
  create table aftersales_steps (
    team_id uuid not null,
    id uuid not null,
    case_id uuid not null,
    state text not null,
    note text not null default '',
    amount_minor bigint,
    actor_kind text not null,
    actor_id uuid,
    at timestamptz not null default clock_timestamp(),
    primary key (team_id, id),
    foreign key (team_id, case_id) references aftersales_cases (team_id, id) on delete cascade);
  create index aftersales_steps_case on aftersales_steps (team_id, case_id, at);
  ${fence('aftersales_steps', 'append')}`;

const list = (row: string, from: string, order: string) =>
  `coalesce((select json_agg(${row} order by ${order}) from ${from}), '[]')`;

const lines = list(
  `json_build_object('lineNo', l.line_no, 'title', l.title, 'sku', l.sku, 'options', l.options, 'pictureUrl', l.picture_url,
    'quantity', l.quantity, 'unitMinor', l.unit_minor, 'newVariantId', l.new_variant_id, 'newSku', l.new_sku,
    'newOptions', l.new_options, 'newUnitMinor', l.new_unit_minor)`,
  'aftersales_lines l where l.team_id = k.team_id and l.case_id = k.id',
  'l.line_no',
);

const evidence = list(
  `json_build_object('fileId', e.file_id, 'name', e.name, 'mime', e.mime, 'byKind', e.actor_kind, 'at', ${iso('e.at')})`,
  'aftersales_evidence e where e.team_id = k.team_id and e.case_id = k.id',
  'e.at, e.file_id',
);

const nameOf = (kind: string, id: string) => `case ${kind}
  when 'member' then coalesce((select m.name from published.members m where m.team_id = k.team_id and m.id = ${id}), '')
  when 'buyer' then coalesce((select b.name from published.buyer_names b where b.team_id = k.team_id and b.id = ${id}), '')
  when 'key' then coalesce((select a.name from published.api_keys a where a.team_id = k.team_id and a.id = ${id}), '')
  else '' end`;

const buyerName = `coalesce((select b.name from published.buyer_names b where b.team_id = k.team_id and b.id = k.buyer_id), '')`;

const history = `(select json_build_object('orderCount', coalesce(sum(s.order_count), 0)::int,
    'refundedOrders', coalesce(sum(s.refunded_orders), 0)::int, 'refundedMinor', coalesce(sum(s.refunded_minor), 0)::bigint,
    'caseCount', (select count(*)::int from aftersales_cases b where b.team_id = k.team_id and b.buyer_id = k.buyer_id
      and b.opened_at < k.opened_at))
  from published.buyer_spend s where s.team_id = k.team_id and s.buyer_id = k.buyer_id and s.currency = k.currency)`;

const payee = `json_build_object('to', case when k.payee_method_id is null then 'original' else 'method' end,
  'methodId', k.payee_method_id, 'methodKind', p.method ->> 'kind', 'label', coalesce(p.method ->> 'label', ''))`;

/** What the card of a case holds; `k` the case, `o` its order, `p` the method named. */
export const keys = `'id', k.id, 'shopId', k.shop_id, 'orderId', k.order_id, 'orderNumber', o.number, 'orderStatus', o.status,
  'buyerId', k.buyer_id, 'buyerName', ${buyerName}, 'conversationId', k.conversation_id, 'kind', k.kind, 'state', k.state,
  'reasonCode', k.reason_code, 'reasonText', k.reason_text, 'note', k.note, 'decision', k.decision, 'currency', k.currency,
  'amountMinor', k.amount_minor, 'differenceMinor', k.difference_minor, 'payee', ${payee}, 'fault', k.fault,
  'postageBy', k.postage_by, 'lines', ${lines}, 'evidence', ${evidence}, 'parcelIn', k.parcel_in, 'parcelOut', k.parcel_out,
  'inspection', k.inspection, 'history', ${history}, 'refundableMinor', o.paid_minor - o.refunded_minor,
  'byKind', k.actor_kind, 'byName', ${nameOf('k.actor_kind', 'k.actor_id')}, 'openedAt', ${iso('k.opened_at')},
  'updatedAt', ${iso('k.updated_at')}, 'dueAt', ${iso('k.due_at')}, 'overdue', coalesce(k.due_at < now(), false),
  'version', k.version`;

const stepRow = `json_build_object('id', s.id, 'at', ${iso('s.at')}, 'state', s.state, 'note', s.note,
  'amountMinor', s.amount_minor, 'byKind', s.actor_kind, 'byName', ${nameOf('s.actor_kind', 's.actor_id')})`;

const steps = list(
  stepRow,
  'aftersales_steps s where s.team_id = k.team_id and s.case_id = k.id',
  's.at, s.id',
);

/** The card of a case without \`can\`: what its state allows and the reader's role are laid over it. */
export const up = `
  ${tables}
  ${publish(
    'case_cards',
    `select k.team_id, k.id, k.shop_id, k.order_id, k.buyer_id, k.kind, k.state, k.due_at, k.opened_at, k.updated_at,
       json_build_object(${keys}) as card
     from aftersales_cases k
     join published.orders o on o.team_id = k.team_id and o.id = k.order_id
     left join published.payment_methods p on p.team_id = k.team_id and p.id = k.payee_method_id`,
  )}
  ${publish('case_steps', `select k.team_id, k.id, ${steps} as steps from aftersales_cases k`)}`;
