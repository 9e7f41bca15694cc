import type { Sharp } from 'sharp';

/** A picture made anew from its pixels: nothing of the original's metadata, or of what was hidden behind it, is left. */
export interface Picture {
  readonly bytes: Buffer;
  readonly mime: string;
  readonly width: number;
  readonly height: number;
  /** At most 480 pixels in both directions, WebP. */
  readonly thumbnail: Buffer;
}

const mostPixels = 40_000_000;
const mostFrames = 300;
const thumbnailSide = 480;
const seconds = 20;

const outputs: Readonly<Record<string, (image: Sharp) => Sharp>> = {
  'image/jpeg': (image) => image.jpeg({ quality: 88, mozjpeg: false }),
  'image/png': (image) => image.png({ compressionLevel: 7 }),
  'image/webp': (image) => image.webp({ quality: 88 }),
  'image/gif': (image) => image.gif(),
};

export const isPicture = (mime: string): boolean => mime in outputs;

/** The library is heavy and most processes never see a picture: it is loaded with the first. */
async function library() {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  sharp.concurrency(1);
  return sharp;
}

/** A decoded picture may take 160 MB: so many at once, the others wait. */
const atOnce = 2;
let decoding = 0;
const queue: Array<() => void> = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (decoding >= atOnce) await new Promise<void>((resolve) => queue.push(resolve));
  else decoding += 1;
  try {
    return await work();
  } finally {
    const next = queue.shift();
    if (next) next();
    else decoding -= 1;
  }
}

/**
 * Decodes a picture within its limits (40 million pixels, 300 frames, 20 s) and encodes it again, turned upright.
 * Null when it is damaged or beyond the limits.
 */
export const remakePicture = (path: string, mime: string): Promise<Picture | null> =>
  inTurn(() => remake(path, mime));

async function remake(path: string, mime: string): Promise<Picture | null> {
  const encode = outputs[mime];
  if (!encode) return null;
  const sharp = await library();
  const open = (animated: boolean) =>
    sharp(path, {
      animated,
      limitInputPixels: mostPixels,
      failOn: 'error',
      sequentialRead: true,
    }).timeout({ seconds });
  try {
    const meta = await open(false).metadata();
    const frames = meta.pages ?? 1;
    if (frames > mostFrames || meta.width * meta.height * frames > mostPixels) return null;
    const animated = frames > 1;
    const upright = animated ? open(true) : open(false).rotate();
    const { data, info } = await encode(upright).toBuffer({ resolveWithObject: true });
    const thumbnail = await open(false)
      .rotate()
      .resize(thumbnailSide, thumbnailSide, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 78 })
      .toBuffer();
    const height = animated ? (info.pageHeight ?? meta.height) : info.height;
    return { bytes: data, mime, width: info.width, height, thumbnail };
  } catch {
    // The decoder names many reasons; for the sender they are one: this is no picture we can take.
    return null;
  }
}
