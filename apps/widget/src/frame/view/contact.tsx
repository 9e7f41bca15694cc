import { h } from '../dom.ts';
import { w } from '../words.ts';
import type { View } from './app.tsx';

/** What the site asks before the first word. */
export const Contact = ({ state: { frame }, act }: View) => {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const values = [...new FormData(event.target as HTMLFormElement)].filter(([, value]) => value);
    act.set({ contact: Object.fromEntries(values) });
  };
  return (
    <form key="contact" class="card form" onSubmit={submit}>
      <b>{w.formFirst}</b>
      {frame?.preChat.map(({ name, required }) => (
        <label key={name}>
          {w.fields[name]}
          <input
            name={name}
            type={name === 'email' ? name : 'text'}
            required={required}
            maxLength={40}
          />
        </label>
      ))}
      <button type="submit" class="main">
        {w.begin}
      </button>
    </form>
  );
};
