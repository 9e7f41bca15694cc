import { type Child, h } from '../dom.ts';
import { safeUrl } from '../links.ts';

/** A link out of the chat, opened beside it; plain text where the address may not be opened. */
export const Out = (props: { url: string | null; class?: string; children?: Child }) => {
  const href = safeUrl(props.url);
  return href ? (
    <a class={props.class} href={href} target="_blank" rel="noopener">
      {props.children}
    </a>
  ) : (
    <span class={props.class}>{props.children}</span>
  );
};
