import { h } from '../dom.ts';
import { locale, w } from '../words.ts';
import type { View } from './app.tsx';
import { FacePicture } from './header.tsx';

/** 1 January 2024 was a Monday. */
const weekday = (day: number): string =>
  new Date(2024, 0, day).toLocaleDateString(locale, { weekday: 'long' });

/** Who answers and when; sound, and the end of the chat on this device. */
export const Team = ({ state: { frame, sound, conversation }, act }: View) => (
  <section key="team" class="scroll team">
    {frame?.team.map((face) => (
      <p class="row">
        <FacePicture face={face} />
        <span>
          <b>{face.name}</b>
          <small>
            {face.title} {face.online && `● ${w.online}`}
          </small>
        </span>
      </p>
    ))}
    <table>
      <tbody>
        {frame?.hours?.week.map(({ day, from, to }) => (
          <tr>
            <th scope="row">{weekday(day)}</th>
            <td>
              {from} – {to}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
    <label>
      <input type="checkbox" checked={sound} onChange={act.sound} /> {w.sound}
    </label>
    {conversation && <button onClick={act.forget}>{w.forget}</button>}
  </section>
);
