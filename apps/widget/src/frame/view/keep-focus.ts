/** Keys of the sheet: Escape closes it, Tab stays within it, between its first and its last button. */
export const keepFocus = (event: KeyboardEvent, close: () => void): void => {
  if (event.key === 'Escape' && !event.isComposing) close();
  if (event.key !== 'Tab') return;
  const all = document.querySelectorAll('button');
  const first = all[0];
  const last = all[all.length - 1];
  const from = event.shiftKey ? first : last;
  if (document.activeElement !== from) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
};
