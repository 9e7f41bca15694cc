import { ago, dateTime, day, moment, wholeInstant } from '../lib/format.ts';

const forms = { ago, moment, day, dateTime } as const;

/** A moment in short form; the whole instant on hover. */
export const When = ({ at, form = 'moment' }: { at: string; form?: keyof typeof forms }) => (
  <time dateTime={at} title={wholeInstant(at)}>
    {forms[form](at)}
  </time>
);
