import { conversations } from '@guitai/contract';
import { isProblem } from '@guitai/sdk';
import { api } from '../../lib/api.ts';
import { uploadWithProgress } from '../../lib/upload.ts';

/** Files above this go in pieces, so that an interruption costs one piece and not the whole. */
export const worthPieces = 2_000_000;

const longestPauseMs = 15_000;
const interruptions = ['network.unreachable', 'upload.offset_wrong', 'server.busy'];

const pause = (tries: number) =>
  new Promise<void>((done) => {
    const timer = setTimeout(done, Math.min(longestPauseMs, 500 * 2 ** tries));
    addEventListener(
      'online',
      () => {
        clearTimeout(timer);
        done();
      },
      { once: true },
    );
  });

interface Wish {
  readonly conversationId: string;
  readonly file: File;
  readonly key: string;
  /** Asked before each piece: whether anybody still wants it. */
  readonly wanted: () => boolean;
  readonly onProgress: (share: number) => void;
}

type Upload = conversations.Upload;

const begin = ({ conversationId, file: { name, size }, key }: Wish): Promise<Upload> =>
  api.call(conversations.beginUpload, { conversationId, name, size }, { idempotencyKey: key });

function sendPiece({ file, onProgress }: Wish, upload: Upload): Promise<Upload> {
  const { id: uploadId, received: offset, pieceBytes } = upload;
  const piece = file.slice(offset, offset + pieceBytes);
  const share = (of: number) => onProgress((offset + of * piece.size) / file.size);
  return api.upload(conversations.putUploadPiece, { uploadId, offset }, piece, {
    name: file.name,
    fetch: uploadWithProgress(share),
  });
}

/** Uploads piece by piece and goes on after every interruption, as long as the page is open and it is wanted. */
export async function uploadInPieces(wish: Wish) {
  let tries = 0;
  let upload: Upload | null = null;
  while (wish.wanted()) {
    try {
      upload = upload
        ? await api.call(conversations.getUpload, { uploadId: upload.id })
        : await begin(wish);
      while (wish.wanted() && !upload.file) {
        upload = await sendPiece(wish, upload);
        tries = 0;
      }
      if (upload.file) return upload.file;
    } catch (error) {
      if (!isProblem(error) || !interruptions.includes(error.code)) throw error;
      await pause(tries);
      tries += 1;
    }
  }
  return null;
}
