/** A message goes with its buyer; what a sandbox was handed of it goes with the message. */
export const up = `
  create index outreach_sandbox_key on outreach_sandbox (team_id, key text_pattern_ops);
  create function forget_in_sandbox() returns trigger language plpgsql as $$
    begin
      delete from outreach_sandbox s using gone g
        where s.team_id = g.team_id and (s.key = g.id::text or s.key like g.id::text || '-%');
      return null;
    end $$;
  create trigger outreach_messages_forget after delete on outreach_messages
    referencing old table as gone for each statement execute function forget_in_sandbox();`;
