/** Words buyers use for one thing: one group a row, each changed by itself. */
import { endpoint, Strict } from './endpoint.ts';
import { Can, Id, Instant, type Static, Text, Type, Whole } from './schema.ts';

const words = Type.Array(Text(40, 1), { minItems: 2, maxItems: 20 });

/** Words the search takes for the same. */
export const SynonymGroup = Type.Object({
  id: Id,
  shopId: Id,
  words,
  version: Type.Integer({ description: 'To be given back with a change.' }),
  changedAt: Instant,
});

export const Synonyms = Type.Object({
  shopId: Id,
  groups: Type.Array(SynonymGroup, { description: 'Newest first.' }),
  can: Can,
});

const ofShop = Strict({ shopId: Id });
const ofGroup = Strict({ groupId: Id });
const missing = ['synonyms.not_found', 'access.denied'] as const;

export const getSynonyms = endpoint({
  id: 'getSynonyms',
  method: 'GET',
  path: '/shops/:shopId/synonyms',
  summary: 'Words the search takes for the same, beside those the product knows',
  params: ofShop,
  reply: Synonyms,
  errors: ['shop.not_found'],
});

export const addSynonyms = endpoint({
  id: 'addSynonyms',
  method: 'POST',
  path: '/shops/:shopId/synonyms',
  summary: 'Have the search take these words for the same',
  params: ofShop,
  body: Strict({ words }),
  reply: SynonymGroup,
  errors: ['shop.not_found', 'synonyms.known', 'synonyms.too_few', 'synonyms.too_many'],
});

export const changeSynonyms = endpoint({
  id: 'changeSynonyms',
  method: 'PUT',
  path: '/synonyms/:groupId',
  summary: 'Change the words of one group; what a colleague saved meanwhile is not overwritten',
  params: ofGroup,
  body: Strict({ words, version: Whole() }),
  reply: SynonymGroup,
  errors: [...missing, 'synonyms.changed_meanwhile', 'synonyms.known', 'synonyms.too_few'],
});

export const removeSynonyms = endpoint({
  id: 'removeSynonyms',
  method: 'DELETE',
  path: '/synonyms/:groupId',
  summary: 'Take a group out of the search',
  params: ofGroup,
  reply: SynonymGroup,
  errors: missing,
});

export const bringBackSynonyms = endpoint({
  id: 'bringBackSynonyms',
  method: 'DELETE',
  path: '/synonyms/:groupId/removal',
  summary: 'Undo a removal',
  params: ofGroup,
  reply: SynonymGroup,
  errors: [...missing, 'synonyms.known', 'synonyms.too_many'],
});

export type SynonymGroupShape = Static<typeof SynonymGroup>;
