import { describe, expect, it } from 'vitest';
import { codesIn, discussed, lastProductCard, openWords, type Said } from './discussion.rules.ts';

const said = (
  seq: number,
  author: Said['author'],
  text: string,
  card: Said['card'] = null,
): Said => ({
  ...{ seq, author, text, card },
});

describe('KB-04 which product is being discussed', () => {
  const card = { productId: 'a', seq: 5 };
  const signs = { card, named: null, page: 'p', order: 'o' };

  it('the later of a card and a name, else the page, else the order', () => {
    expect(discussed(signs)).toEqual({ productId: 'a', why: 'card' });
    expect(discussed({ ...signs, named: { productId: 'b', seq: 6, by: 'words' } })).toEqual({
      productId: 'b',
      why: 'words',
    });
    expect(discussed({ ...signs, named: { productId: 'b', seq: 4, by: 'link' } })).toEqual({
      productId: 'a',
      why: 'card',
    });
    expect(discussed({ ...signs, card: null })).toEqual({ productId: 'p', why: 'page' });
    expect(discussed({ ...signs, card: null, page: null })).toEqual({
      productId: 'o',
      why: 'order',
    });
    expect(discussed({ card: null, named: null, page: null, order: null })).toBeNull();
  });

  it('the words that wait are those since the last answer, a card being an answer', () => {
    const talk = [
      said(4, 'buyer', '多久能到'),
      said(3, 'buyer', '发什么快递'),
      said(2, 'member', '', { type: 'product', id: 'x' }),
      said(1, 'buyer', '想买壶'),
    ];
    expect(openWords(talk)).toEqual({ question: '发什么快递 多久能到', waits: true });
    expect(openWords(talk.slice(2))).toEqual({ question: '想买壶', waits: false });
    expect(lastProductCard(talk)).toEqual({ productId: 'x', seq: 2 });
  });

  it('numbers are taken from links first, never from the team, nor a phone from nothing', () => {
    const talk = [
      said(3, 'member', 'AB-12345'),
      said(2, 'buyer', 'https://item.jd.com/100193498790.html 怎么装 F6033-UD5(HE)'),
    ];
    expect(codesIn(talk).map(({ code, by }) => `${by} ${code}`)).toEqual([
      'link 100193498790',
      'words F6033-UD5(HE)',
    ]);
    expect(codesIn([said(1, 'buyer', '要 2 个')])).toEqual([]);
  });
});
