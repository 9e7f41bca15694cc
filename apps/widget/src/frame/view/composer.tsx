import { h } from '../dom.ts';
import { w } from '../words.ts';
import type { View } from './app.tsx';
import { IconButton } from './icon.tsx';

const faces = [...'😀😄😂😊😍🤔😭😢👍👎👌🙏👏💪👋❤🎉🌹✅📦'];

const box = () => document.getElementById('write') as HTMLTextAreaElement;

/** Puts the cursor into the line to write, where there is one. */
export const focusComposer = (): void => box()?.focus();

/** Height follows the text, up to the limit of the style sheet. */
const grow = () => {
  box().style.height = 'auto';
  box().style.height = `${box().scrollHeight}px`;
};

const addFace = (face: string) => {
  box().setRangeText(face, box().selectionStart, box().selectionEnd, 'end');
  focusComposer();
};

/** The emoji panel. */
export const Emoji = () => (
  <div key="emoji" class="emoji">
    {faces.map((face) => (
      <button onClick={() => addFace(face)}>{face}</button>
    ))}
  </div>
);

/** One line to write, with emoji, files and own orders. The text lives in the field and survives every redraw. */
export const Composer = ({ state: { frame, panel, verified }, act }: View) => {
  const send = (event: Event) => {
    event.preventDefault();
    const text = box().value.trim();
    if (!text) return;
    act.put({ text });
    box().value = '';
    grow();
    focusComposer();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const composing = event.isComposing || event.keyCode === 229;
    if (event.key === 'Enter' && !event.shiftKey && !composing) send(event);
  };
  const onInput = () => {
    grow();
    act.typing();
  };
  const onPaste = (event: ClipboardEvent) => {
    const files = event.clipboardData?.files;
    if (!files?.length) return;
    event.preventDefault();
    act.putFiles(files);
  };
  const pick = () => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.accept = `${frame?.limits.fileTypes}`;
    input.onchange = () => act.putFiles(input.files ?? []);
    input.click();
  };
  return (
    <form key="composer" class="composer" onSubmit={send}>
      <textarea
        id="write"
        rows={1}
        aria-label={w.write}
        placeholder={w.write}
        maxLength={frame?.limits.textLength}
        dir="auto"
        onInput={onInput}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      />
      <IconButton
        icon="emoji"
        label={w.emoji}
        expanded={panel === 'emoji'}
        onClick={() => act.panel('emoji')}
      />
      <IconButton icon="attach" label={w.attach} onClick={pick} />
      {verified && (
        <IconButton
          icon="orders"
          label={w.orders}
          expanded={panel === 'orders'}
          onClick={() => act.panel('orders')}
        />
      )}
      <IconButton icon="send" label={w.send} main />
    </form>
  );
};
