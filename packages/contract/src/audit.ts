import { endpoint, Strict } from './endpoint.ts';
import { Id, Instant, Nullable, Page, PageQuery, Text, Type } from './schema.ts';

/** One act, written once and never changed. */
export const AuditEntry = Type.Object({
  seq: Type.Integer({ description: "Dense number in the team's chain, from 1." }),
  at: Instant,
  actor: Type.Object({
    kind: Type.Union(
      ['member', 'key', 'buyer', 'system', 'nobody'].map((kind) => Type.Literal(kind)),
    ),
    id: Nullable(Type.String()),
    name: Nullable(Type.String({ description: 'Name of the member or key today.' })),
  }),
  action: Type.String({
    description: 'Event-like name, e.g. member.role_changed, buyer.revealed.',
  }),
  subject: Nullable(Type.Object({ kind: Type.String(), id: Type.String() })),
  outcome: Type.Union([Type.Literal('done'), Type.Literal('refused')]),
  reason: Nullable(
    Type.String({ description: 'Why: given by the person, or the code of the refusal.' }),
  ),
  said: Nullable(
    Type.String({
      description: 'The refusal in words of the reader; null where it was carried out.',
    }),
  ),
  before: Nullable(Type.Unknown({ description: 'State before; personal data masked.' })),
  after: Nullable(Type.Unknown({ description: 'State after; personal data masked.' })),
  shopId: Nullable(Id),
  address: Nullable(Type.String({ description: 'Network address of the caller.' })),
  device: Nullable(Type.String({ description: 'Browser and system, as the caller named itself.' })),
});

export const listAuditEntries = endpoint({
  id: 'listAuditEntries',
  method: 'GET',
  path: '/audit-entries',
  summary: 'Who did what, to what, when and from where, newest first.',
  query: Strict({
    ...PageQuery,
    action: Type.Optional(
      Text(80, 1, 'Exact action, or a resource with a dot at the end: `member.`'),
    ),
    actorId: Type.Optional(Id),
    subjectId: Type.Optional(Text(200, 1)),
    outcome: Type.Optional(Type.Union([Type.Literal('done'), Type.Literal('refused')])),
    since: Type.Optional(Instant),
    until: Type.Optional(Instant),
  }),
  reply: Page(AuditEntry),
  errors: ['list.cursor_invalid'],
});

export const verifyAuditChain = endpoint({
  id: 'verifyAuditChain',
  method: 'GET',
  path: '/audit-chain',
  summary: 'Reads the whole chain again and says whether any entry was edited, removed or moved.',
  reply: Type.Object({
    entries: Type.Integer({ description: 'Entries read.' }),
    intact: Type.Boolean(),
    firstBroken: Nullable(
      Type.Object({
        seq: Type.Integer(),
        why: Type.Union([Type.Literal('changed'), Type.Literal('missing'), Type.Literal('cut')], {
          description: 'changed: edited or moved; missing: removed; cut: the end was taken off.',
        }),
      }),
    ),
    head: Type.String({
      description: 'Hash of the last entry, hex; keep it elsewhere to prove the chain later.',
    }),
  }),
});
