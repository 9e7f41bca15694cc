import type { Generated } from 'kysely';
import { tables } from '../../kernel/tx.ts';

export interface BuyersRow {
  team_id: string;
  id: string;
  shop_ids: string[];
  name: string;
  locale: string | null;
  phone: string | null;
  phone_country: string | null;
  phone_valid: boolean | null;
  email: string | null;
  contact_proof: 'claimed' | 'verified';
  level: string | null;
  friendliness: number | null;
  tags: string[];
  remark: string;
  attributes: Generated<Record<string, unknown>>;
  version: Generated<number>;
  mirrored_at: Date | null;
  updated_at: Generated<Date>;
}

interface AccountsRow {
  team_id: string;
  id: string;
  shop_id: string;
  external_id: string;
  buyer_id: string;
  proof: 'claimed' | 'verified';
  source_hash: Buffer | null;
  linked_at: Generated<Date>;
}

export interface AddressRow {
  team_id: string;
  id: string;
  buyer_id: string;
  main: boolean;
  source: 'member' | 'import' | 'buyer';
  name: string;
  phone: string;
  country: string;
  province: string;
  city: string;
  district: string;
  street: string;
  postcode: string;
  raw: string | null;
}

interface BuyersTables {
  buyers: BuyersRow;
  buyer_accounts: AccountsRow;
  buyer_addresses: AddressRow;
  blocklistings: { team_id: string; buyer_id: string; reason: string; by_member: string | null };
  buyer_matches: {
    team_id: string;
    buyer_id: string;
    matched_id: string;
    reason: string;
    by_member: string | null;
  };
}

export const own = tables<BuyersTables>();
