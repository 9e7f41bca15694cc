import { h } from '../dom.ts';
import { dateClock } from '../format.ts';
import type { Face } from '../types.ts';
import { fill, w } from '../words.ts';
import type { View } from './app.tsx';
import { IconButton } from './icon.tsx';

/** A picture of a person, or the first sign of the name. */
export const FacePicture = ({ face: { name, avatarUrl } }: { face: Face }) =>
  avatarUrl ? (
    <img class="face" src={avatarUrl} alt="" />
  ) : (
    <span class="face" aria-hidden="true">
      {[...name][0]}
    </span>
  );

/** The shop, who is there, and the way out. */
export const Header = ({ state: { frame, panel }, act }: View) => {
  const hours = frame?.hours;
  const back = hours?.opensAt ? fill(w.backAt, { time: dateClock(hours.opensAt) }) : w.closed;
  return (
    <header>
      <button
        class="shop row"
        aria-expanded={panel === 'team'}
        title={w.team}
        onClick={() => act.panel('team')}
      >
        {frame?.team.slice(0, 3).map((face) => (
          <FacePicture face={face} />
        ))}
        <span>
          <b>{frame?.shopName ?? w.loading}</b>
          <small>{frame && (!hours || hours.open ? w.online : back)}</small>
        </span>
      </button>
      {parent !== window && <IconButton icon="close" label={w.close} onClick={act.close} />}
    </header>
  );
};
