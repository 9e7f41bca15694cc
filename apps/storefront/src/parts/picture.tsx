/** A picture of goods in its square, or the first sign of the title where there is none. */
export const Picture = ({
  src,
  title,
  size,
}: {
  src: string | null;
  title: string;
  size: string;
}) =>
  src ? (
    <img class={`picture ${size}`} src={src} alt="" loading="lazy" width={480} height={480} />
  ) : (
    <span class={`picture ${size}`} aria-hidden="true">
      {[...title][0]}
    </span>
  );
