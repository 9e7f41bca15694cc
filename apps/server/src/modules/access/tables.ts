import type { Generated } from 'kysely';
import { tables } from '../../kernel/tx.ts';

interface TeamsTable {
  id: string;
  name: string;
  created_at: Generated<Date>;
}

interface SetupTable {
  one: Generated<boolean>;
  token_hash: Buffer;
  closed_at: Date | null;
}

interface AccountsTable {
  id: string;
  email: string;
  /** The address in lower case: what makes two addresses the same. */
  email_key: string;
  /** Null for persons of the sample shop, who cannot sign in. */
  password_hash: string | null;
  /** Sealed with the server's secret. */
  totp_secret: Generated<Buffer | null>;
  totp_pending: Generated<Buffer | null>;
  /** The last 30-second step whose code was accepted; a code never works twice. */
  totp_step: Generated<number>;
  created_at: Generated<Date>;
}

interface RecoveryCodesTable {
  account_id: string;
  code_hash: Buffer;
  used_at: Generated<Date | null>;
}

interface AccountTeamsTable {
  account_id: string;
  team_id: string;
  member_id: string;
  active: Generated<boolean>;
  last_used_at: Generated<Date>;
}

interface AccountSessionsTable {
  id: string;
  token_hash: Buffer;
  team_id: string;
  account_id: string;
  member_id: string;
  device: string;
  address: string | null;
  created_at: Date;
  last_seen_at: Date;
  /** Ends after this long without use. */
  idle_seconds: number;
  /** Ends at this instant in any case. */
  expires_at: Date;
}

interface SignInCountersTable {
  key: Buffer;
  failures: number;
  last_failed_at: Date;
}

interface SignInChallengesTable {
  token_hash: Buffer;
  account_id: string;
  team_id: string;
  counter_key: Buffer;
  failures: Generated<number>;
  expires_at: Date;
}

export interface MembersTable {
  team_id: string;
  id: string;
  account_id: string;
  name: string;
  role: string;
  /** Null: every shop. */
  shop_ids: string[] | null;
  status: Generated<'active' | 'deactivated'>;
  locale: 'zh-CN' | 'zh-TW' | 'en';
  theme: Generated<'system' | 'light' | 'dark'>;
  /** Counts changes of role, shops and status. */
  permission_version: Generated<number>;
  joined_at: Date;
  last_seen_at: Generated<Date | null>;
  deactivated_at: Generated<Date | null>;
}

interface InvitationsTable {
  team_id: string;
  id: string;
  token_hash: Buffer;
  email: string;
  email_key: string;
  name: string | null;
  role: string;
  shop_ids: string[] | null;
  invited_by: string | null;
  created_at: Date;
  expires_at: Date;
  accepted_at: Generated<Date | null>;
  withdrawn_at: Generated<Date | null>;
}

interface ApiKeysTable {
  team_id: string;
  id: string;
  name: string;
  prefix: string;
  key_hash: Buffer;
  permissions: string[];
  shop_ids: string[] | null;
  created_by: string;
  created_at: Date;
  expires_at: Date | null;
  last_used_at: Generated<Date | null>;
  revoked_at: Generated<Date | null>;
}

interface AuthorityLimitsTable {
  team_id: string;
  subject_kind: 'role' | 'member' | 'key';
  subject_id: string;
  /** Zeros: every shop. */
  shop_id: string;
  action: string;
  currency: string;
  per_act_minor: number | null;
  per_order_minor: number | null;
  per_buyer_day_minor: number | null;
  per_day_minor: number | null;
  floor_percent: number | null;
  beyond: 'ask' | 'no';
  set_at: Date;
}

interface AuthoritySettingsTable {
  team_id: string;
  stage_minutes: number;
}

interface DelegationsTable {
  team_id: string;
  id: string;
  from_member: string;
  to_member: string;
  starts_at: Date;
  ends_at: Date;
  made_by: string | null;
  made_at: Date;
}

interface AccessTables {
  authority_limits: AuthorityLimitsTable;
  authority_settings: AuthoritySettingsTable;
  delegations: DelegationsTable;
  teams: TeamsTable;
  setup: SetupTable;
  accounts: AccountsTable;
  recovery_codes: RecoveryCodesTable;
  account_teams: AccountTeamsTable;
  account_sessions: AccountSessionsTable;
  sign_in_counters: SignInCountersTable;
  sign_in_challenges: SignInChallengesTable;
  members: MembersTable;
  invitations: InvitationsTable;
  api_keys: ApiKeysTable;
}

export const own = tables<AccessTables>();
