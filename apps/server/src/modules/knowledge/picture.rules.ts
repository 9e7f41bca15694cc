/** The picture of an entry: uploaded here, or at an address elsewhere; never both. */
export interface Chosen {
  readonly pictureId: string | null;
  readonly pictureUrl: string | null;
}

/** Where our own pictures are had. */
export const picturePath = '/api/knowledge-pictures/';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The id in an address of ours, with or without the house before it; null for any other. */
export function ownId(url: string): string | null {
  const at = url.lastIndexOf(picturePath);
  const id = at < 0 ? '' : url.slice(at + picturePath.length).split('?')[0];
  return id && uuid.test(id) && (at === 0 || /^https?:\/\//.test(url)) ? id : null;
}

/** The address a sent card has for its picture: it stays good for who was sent the card. */
export const addressIn = ({ id, pictureId }: { readonly id: string; readonly pictureId: string }) =>
  `${picturePath}${pictureId}?card=${id}`;

/** What was told; what was not told stays. An address of ours, given back as it was read, is the upload it leads to. */
export function choosePicture(
  told: { readonly pictureId?: string | null; readonly pictureUrl?: string | null },
  before: Partial<Chosen> = {},
): Chosen {
  const { pictureId, pictureUrl } = told;
  if (pictureId) return { pictureId, pictureUrl: null };
  if (pictureUrl) {
    const own = ownId(pictureUrl);
    return { pictureId: own, pictureUrl: own === null ? pictureUrl : null };
  }
  if (pictureUrl === null) return { pictureId: null, pictureUrl: null };
  const kept = { pictureId: before.pictureId ?? null, pictureUrl: before.pictureUrl ?? null };
  if (pictureId === null && kept.pictureId !== null) return { pictureId: null, pictureUrl: null };
  return kept.pictureId === null ? kept : { ...kept, pictureUrl: null };
}
