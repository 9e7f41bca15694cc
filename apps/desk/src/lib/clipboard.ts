import { useEffect, useState } from 'react';

/** Puts text on the clipboard; `copied` is true for two seconds afterwards, `failed` where the browser forbids it. */
export function useCopy(): {
  copy: (text: string) => void;
  copied: boolean;
  failed: boolean;
} {
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), 2000);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = (text: string) =>
    void putOnClipboard(text).then((done) => setState(done ? 'copied' : 'failed'));
  return { copy, copied: state === 'copied', failed: state === 'failed' };
}

/** The clipboard exists only on https and localhost; elsewhere an invisible field is copied from. */
async function putOnClipboard(text: string): Promise<boolean> {
  if (navigator.clipboard) {
    return navigator.clipboard.writeText(text).then(
      () => true,
      () => copyFromField(text),
    );
  }
  return copyFromField(text);
}

function copyFromField(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.style.position = 'fixed';
  field.style.opacity = '0';
  document.body.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  return done;
}
