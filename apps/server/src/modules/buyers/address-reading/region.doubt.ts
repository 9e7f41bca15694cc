import { isWithin, type Place, pathOf } from './divisions.ts';
import { bareName } from './names.ts';
import type { Chain } from './region.chains.ts';
import { type Region, region } from './region.shape.ts';

/** A chain that stands alone; a whole name right behind it that does not belong to it is a contradiction. */
export function settle(key: string, chain: Chain, chains: readonly Chain[]): Region {
  if (chain.place.level === 3) return before(chain, chains);
  const next = chain.end + (key.slice(chain.end).length - restOfAll(key, chain.end).length);
  const strays = chains.filter(
    ({ start, links, place }) =>
      start === next &&
      links[0]?.strength === 'whole' &&
      place.level > 1 &&
      !isWithin(place, chain.place),
  );
  if (!strays.length) return before(chain, chains);
  return reconcile(chain, strays);
}

const restOfAll = (key: string, end: number) => key.slice(end).replace(/^[\s,，、;/|:·.-]+/, '');

/** A chain that ends where this one starts and contradicts it: 浙江省 before 南京市玄武区. */
function before(chain: Chain, chains: readonly Chain[]): Region {
  const stray = chains.find(
    ({ end, start, place, links }) =>
      end <= chain.start &&
      chain.start - end <= 2 &&
      start < chain.start &&
      links[0]?.strength === 'whole' &&
      !isWithin(chain.place, place),
  );
  if (!stray) return region(chain);
  const both = {
    ...region(chain),
    spans: [
      [stray.start, stray.end],
      [chain.start, chain.end],
    ] as const,
  };
  const agreed = stray.place.level > 1 && chain.place.parent?.parent === stray.place.parent;
  return {
    ...both,
    problems: [chain.links.length > 1 || agreed ? 'region_corrected' : 'region_contradictory'],
  };
}

function reconcile(chain: Chain, strays: readonly Chain[]): Region {
  const province = pathOf(chain.place)[0] as Place;
  const inside = strays.filter(({ place }) => isWithin(place, province));
  const only = inside.length === 1 ? inside[0] : undefined;
  const spans = (other: Chain) =>
    [
      [chain.start, chain.end],
      [other.start, other.end],
    ] as const;
  if (only)
    return {
      ...region(chain, only.place),
      spans: spans(only),
      end: only.end,
      problems: ['region_corrected'],
    };
  const stronger = strays.find(({ links }) => links.length > chain.links.length);
  if (stronger)
    return { ...region(stronger), spans: spans(stronger), problems: ['region_corrected'] };
  const meant = nearlyNamed(chain.place, strays);
  if (meant) {
    const [stray] = strays as [Chain];
    const corrected = {
      spans: spans(stray),
      end: stray.end,
      problems: ['region_corrected'] as const,
    };
    return { ...region(chain, meant), ...corrected };
  }
  return {
    ...region(chain),
    problems: ['region_contradictory'],
    choices: strays.map(({ place }) => place),
  };
}

/** 南京市雨花区 is 雨花台区: the one district whose name begins so. */
function nearlyNamed(above: Place, strays: readonly Chain[]): Place | null {
  const name = bareName(strays[0]?.place ?? above);
  const meant = above.children.filter((child) => child.level === 3 && child.name.startsWith(name));
  return meant.length === 1 ? (meant[0] ?? null) : null;
}
