import { dateClock } from '../format.ts';
import type { Order } from '../types.ts';
import { w } from '../words.ts';

/** A parcel and its way, newest step first. */
export const Parcel = ({ parcel }: { parcel: Order['parcels'][number] }) => (
  <section>
    <h2>
      {w().parcel} · {parcel.carrier} <bdi>{parcel.number}</bdi>{' '}
      <span class="state">
        {(w().parcelStates as Readonly<Record<string, string>>)[parcel.state] ?? parcel.state}
      </span>
    </h2>
    <ol class="steps">
      {parcel.steps.map(({ at, text, place }) => (
        <li key={at + text}>
          {text}{' '}
          <small>
            {dateClock(at)} {place}
          </small>
        </li>
      ))}
    </ol>
  </section>
);
