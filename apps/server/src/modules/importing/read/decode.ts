/** Decodes bytes as they come: UTF-8 with or without a mark, or GB18030 where the first bytes are no UTF-8. */
export async function* decoded(
  chunks: AsyncIterable<Buffer>,
  encoding?: 'utf-8' | 'gb18030',
): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(encoding ?? guess(chunk));
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield text;
  }
  const end = decoder?.decode() ?? '';
  if (end !== '') yield end;
}

/** Chinese shop back ends often write GBK; its bytes are hardly ever valid UTF-8. */
function guess(first: Buffer): 'utf-8' | 'gb18030' {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(first, { stream: true });
    return 'utf-8';
  } catch {
    return 'gb18030';
  }
}
