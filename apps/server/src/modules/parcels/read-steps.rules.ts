import type { ParcelStep } from '../orders/index.ts';
import { statusOfCode, statusOfText } from '../orders/index.ts';
import type { ParcelProvider, RawStep, ToldParcel } from './ports.ts';

/** The sandbox speaks as 快递100 does. */
const vocabularyOf = (kind: ParcelProvider['kind']) => (kind === 'kdniao' ? 'kdniao' : 'kuaidi100');

/** By its code; where that is missing or from tomorrow, by its words. */
function statusOf(kind: ParcelProvider['kind'], code: string | null, ...words: readonly string[]) {
  const status = code === null ? 'unknown' : statusOfCode(vocabularyOf(kind), code);
  if (status !== 'unknown') return status;
  return words.map(statusOfText).find((one) => one !== 'unknown') ?? 'unknown';
}

const timeOf = ({ at }: RawStep): number => (at === null ? 0 : Date.parse(at));

/** What a provider tells in the common vocabulary, oldest step first. The newest step may be told by the parcel's own code. */
export function stepsOf(kind: ParcelProvider['kind'], told: ToldParcel): ParcelStep[] {
  const [first, last] = [told.steps.at(0), told.steps.at(-1)];
  const newestFirst = first && last && timeOf(first) > timeOf(last);
  const given = newestFirst ? told.steps.toReversed() : told.steps;
  const inOrder = given.toSorted((a, b) => timeOf(a) - timeOf(b));
  return inOrder.map((step, n) => {
    const own = statusOf(kind, step.code, step.word, step.text);
    const status = own === 'unknown' && n === inOrder.length - 1 ? statusOf(kind, told.code) : own;
    return {
      at: step.at,
      status,
      sourceStatus: step.word || (step.code ?? ''),
      text: step.text,
      place: step.place,
      operator: '',
    };
  });
}
