import { describe, expect, it } from 'vitest';
import { choosePicture } from './picture.rules.ts';

const id = '019a0000-0000-7000-8000-000000000001';
const own = `/api/knowledge-pictures/${id}`;
const elsewhere = 'https://img.example.com/a.jpg';
const none = { pictureId: null, pictureUrl: null };

describe('KB-01 the picture of an entry', () => {
  it('is an upload or an address, whatever was told last', () => {
    expect(choosePicture({ pictureId: id })).toEqual({ pictureId: id, pictureUrl: null });
    expect(choosePicture({ pictureUrl: elsewhere }, { pictureId: id })).toEqual({
      ...{ pictureId: null, pictureUrl: elsewhere },
    });
    expect(choosePicture({ pictureId: null }, { pictureId: id })).toEqual(none);
    expect(choosePicture({ pictureUrl: null }, { pictureId: id })).toEqual(none);
  });

  it('stays where nothing is told', () => {
    expect(choosePicture({}, { pictureId: id, pictureUrl: own })).toEqual({
      ...{ pictureId: id, pictureUrl: null },
    });
    expect(choosePicture({}, { pictureUrl: elsewhere }).pictureUrl).toBe(elsewhere);
    expect(choosePicture({ pictureId: null }, { pictureUrl: elsewhere }).pictureUrl).toBe(
      elsewhere,
    );
  });

  it('given back as it was read is the upload it leads to, and nothing else is', () => {
    expect(choosePicture({ pictureUrl: own }).pictureId).toBe(id);
    expect(
      choosePicture({ pictureUrl: `https://shop.example${own}?size=thumbnail` }).pictureId,
    ).toBe(id);
    expect(choosePicture({ pictureUrl: `javascript:${own}` }).pictureId).toBeNull();
  });
});
