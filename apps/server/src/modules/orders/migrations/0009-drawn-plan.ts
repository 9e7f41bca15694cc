/** Cards are drawn by a plan made once per connection: making one for the large view costs more than fifty drawings. */
export const up =
  'alter function published.draw_order_card set plan_cache_mode = force_generic_plan';
