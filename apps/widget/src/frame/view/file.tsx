import { h } from '../dom.ts';
import { size } from '../format.ts';
import type { Message } from '../types.ts';
import { w } from '../words.ts';
import type { View } from './app.tsx';

type Props = View & { file: NonNullable<Message['file']> };

/** A picture in its place before its bytes are there, or a file to keep; the bytes come under the visitor's secret. */
export const FileView = ({ file, act }: Props) => {
  const { id, name, width, height } = file;
  const label = `${name} (${size(file.size)})`;
  const picture = width && (
    <img src={act.picture(id)} alt={`${w.picture} ${label}`} width={width} height={height} />
  );
  return (
    <button class={width ? 'picture' : 'file'} title={label} onClick={() => act.save(id, name)}>
      {picture || label}
    </button>
  );
};
