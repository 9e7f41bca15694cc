import { useEffect, useState } from 'react';

/** The one-time secret in a link (behind its #), or in what was pasted by itself; empty when there is none. */
export function tokenIn(link: string): string {
  const text = link.trim();
  const secret = text.includes('#') ? text.slice(text.lastIndexOf('#') + 1) : text;
  return /^[A-Za-z0-9_.-]{20,200}$/.test(secret) ? secret : '';
}

/** The secret behind the # of this page; a link pasted into the tab that is already here counts too. */
export function useToken(): string {
  const [token, setToken] = useState(() => tokenIn(location.hash));
  useEffect(() => {
    const read = () => setToken(tokenIn(location.hash));
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  return token;
}
