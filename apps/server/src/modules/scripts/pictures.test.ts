import { expect, it } from 'vitest';
import { oneTooMany } from '../../../test/many-uploads.ts';
import { talk } from '../../../test/talk.ts';

it('SCR-04 no more than fifty pictures of one person wait for a script, also when many come at once', async () => {
  const t = await talk();
  const who = await t.as('何雅琴');
  const where = { url: '/api/script-pictures', table: 'script_pictures' };
  const { together, afterwards } = await oneTooMany(t, {
    ...{ who, ...where },
    sweep: 'scripts.sweepPictures',
  });
  expect(together).toEqual(['done', 'file.too_many_waiting', 'file.too_many_waiting']);
  expect(afterwards).toBe('done');
});
