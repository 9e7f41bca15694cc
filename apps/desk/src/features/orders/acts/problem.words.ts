import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** Why a person should look at an address that was read out of a text; what a row shows by itself has no words here. */
export const problemWords = {
  region_ambiguous: msg`There are several places of this name; choose one.`,
  region_corrected: msg`The region was put right; compare it with the text.`,
  region_contradictory: msg`Parts of the region contradict each other.`,
  district_missing: msg`The district is missing.`,
  phone_doubtful: msg`The phone number looks unusual.`,
  phone_several: msg`There are several phone numbers; the first one is taken.`,
  identity_dropped: msg`A number of an identity card was left out.`,
  too_long: msg`The text is long; its end was not read.`,
} satisfies Record<string, MessageDescriptor>;
