import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Deputing, standsInFor } from './delegation.rules.ts';

const people = ['何雅琴', '周启明', '林小满', '方予安', '沈一诺', '陆知行'];
const person = fc.constantFrom(...people);
const graph: fc.Arbitrary<Deputing[]> = fc.array(fc.record({ from: person, to: person }), {
  maxLength: 20,
});

/** Whether there is a way of deputies from one to the other, by trying ways of growing length. */
function leads(delegations: readonly Deputing[], from: string, to: string): boolean {
  let reached = [from];
  for (let step = 0; step <= people.length; step += 1) {
    if (reached.includes(to)) return true;
    const here = reached;
    reached = delegations.filter((one) => here.includes(one.from)).map((one) => one.to);
  }
  return false;
}

describe('ACL-03 deputies', () => {
  test('a deputy’s deputy stands in too', () => {
    const chain = [
      { from: '何雅琴', to: '周启明' },
      { from: '周启明', to: '林小满' },
    ];
    expect(standsInFor(chain, '林小满')).toEqual(['林小满', '周启明', '何雅琴']);
    expect(standsInFor(chain, '何雅琴')).toEqual(['何雅琴']);
  });

  test('in any graph, rings included, one stands in for exactly those whose way of deputies leads here, each once', () => {
    fc.assert(
      fc.property(graph, person, (delegations, one) => {
        const found = standsInFor(delegations, one);
        const expected = people.filter((other) => leads(delegations, other, one));
        expect([...found].sort()).toEqual([...expected].sort());
        expect(found[0]).toBe(one);
        expect(new Set(found).size).toBe(found.length);
      }),
    );
  });
});
