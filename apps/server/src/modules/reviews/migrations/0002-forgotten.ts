/**
 * Who was forgotten stays forgotten: of the id its platform gave the review a digest remains, by which what is told again is
 * known and changes nothing; the pictures go with the next sweep, which is planned at once.
 */
export const up = `
  create or replace function forget_reviewer() returns trigger language plpgsql as $$
  begin
    new.author := '';
    new.anonymous := true;
    new.order_id := null;
    new.line_no := null;
    new.earlier := null;
    new.picture_urls := '{}';
    new.external_id := 'forgotten ' || encode(sha256(convert_to(new.external_id, 'UTF8')), 'hex');
    new.source_hash := null;
    new.flag_note := '';
    update review_pictures set review_id = null, buyer_id = null, at = '-infinity'
      where team_id = new.team_id and review_id = new.id;
    if found then
      perform guitai_enqueue('reviews.sweep', json_build_object('team', new.team_id, 'payload', '{}'::json), now(), null);
    end if;
    return new;
  end $$;`;
