/** One sentence where a page has nothing else to show, and the way on. */
export const Notice = (props: { text: string; link?: string; linkText?: string }) => (
  <p class="notice" role="status">
    {props.text} {props.link && <a href={props.link}>{props.linkText}</a>}
  </p>
);
