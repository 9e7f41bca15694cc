/** Greetings on days of the calendar: who would get one is shown before it is switched on. */
import { endpoint, Strict } from './endpoint.ts';
import { FollowupWords, Greeting, GreetingAudience, GreetingPreview } from './followups.shapes.ts';
import { Id, Text, Type } from './schema.ts';

const Key = Type.String({ pattern: '^[a-z0-9_-]{2,40}$' });
const ofShop = Strict({ shopId: Id });
const ofKey = Strict({ shopId: Id, key: Key });
const Clock = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', description: 'HH:MM' });

export const listGreetings = endpoint({
  id: 'listGreetings',
  method: 'GET',
  path: '/shops/:shopId/greetings',
  summary: 'Days of the calendar in the order in which they come',
  params: ofShop,
  reply: Type.Object({ items: Type.Array(Greeting), birthdays: Type.Integer() }),
  errors: ['shop.not_found'],
});

export const setGreeting = endpoint({
  id: 'setGreeting',
  method: 'PUT',
  path: '/shops/:shopId/greetings/:key',
  summary: 'Sets what is sent on a day and switches it on or off',
  params: ofKey,
  body: Strict({
    on: Type.Boolean(),
    at: Clock,
    text: FollowupWords,
    audience: GreetingAudience,
    name: Type.Optional(Text(60, 1, 'Of an own date.')),
    month: Type.Optional(Type.Integer({ minimum: 1, maximum: 12 })),
    day: Type.Optional(Type.Integer({ minimum: 1, maximum: 31 })),
  }),
  reply: Greeting,
  errors: ['shop.not_found', 'greeting.not_found', 'greeting.date_invalid', 'greeting.too_many'],
});

export const removeGreeting = endpoint({
  id: 'removeGreeting',
  method: 'DELETE',
  path: '/shops/:shopId/greetings/:key',
  summary: 'Removes an own date; a ready one falls back to how it came',
  params: ofKey,
  errors: ['shop.not_found'],
});

export const previewGreeting = endpoint({
  id: 'previewGreeting',
  method: 'POST',
  path: '/shops/:shopId/greeting-previews',
  summary: 'Who would get it; sends nothing',
  params: ofShop,
  body: Strict({ key: Key, audience: GreetingAudience }),
  reply: GreetingPreview,
  errors: ['shop.not_found', 'greeting.not_found'],
});
