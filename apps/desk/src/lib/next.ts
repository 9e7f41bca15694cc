/** Where to go after signing in: an address of our own, or the start. Never another site. */
export function nextAddress(search: string): string {
  const next = new URLSearchParams(search).get('next') ?? '/';
  const isOwn = /^\/(?![/\\])/.test(next) && !/^\/(?:sign-in|set-up|invitation)\b/.test(next);
  return isOwn ? next : '/';
}
