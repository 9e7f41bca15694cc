/** Pictures of knowledge: uploaded by colleagues, seen by buyers once what they stand in was published. */
import { endpoint, Strict } from './endpoint.ts';
import { Id, Type } from './schema.ts';

export const uploadKnowledgePicture = endpoint({
  id: 'uploadKnowledgePicture',
  method: 'POST',
  path: '/shops/:shopId/knowledge-pictures',
  summary:
    'Takes a picture (form field `file`) for an entry of the shop; it is made anew from its pixels',
  params: Strict({ shopId: Id }),
  transfer: 'form',
  reply: Type.Object({
    id: Id,
    url: Type.String(),
    width: Type.Integer({ description: 'Pixels.' }),
    height: Type.Integer({ description: 'Pixels.' }),
  }),
  errors: [
    'shop.not_found',
    'file.missing',
    'file.empty',
    'file.too_large',
    'file.refused_type',
    'file.unreadable',
    'file.too_many_waiting',
  ],
});

export const getKnowledgePicture = endpoint({
  id: 'getKnowledgePicture',
  method: 'GET',
  path: '/knowledge-pictures/:pictureId',
  summary:
    'A picture of what is published now, of a card that was sent, or of any version the reader may read',
  params: Strict({ pictureId: Id }),
  query: Strict({
    size: Type.Optional(Type.Literal('thumbnail')),
    card: Type.Optional(Id),
  }),
  transfer: 'bytes',
  errors: ['knowledge.picture_not_found'],
});
