import { UsageError } from './errors.js';

/** The last second that dates of four-digit years have, in seconds since 1970. */
const LAST = 253_402_300_799;

/**
 * The instant that `SOURCE_DATE_EPOCH` names; undefined where it is unset or empty. Throws UsageError for what is no date,
 * as https://reproducible-builds.org/specs/source-date-epoch/ asks for: with another date nothing would be reproduced.
 */
export function sourceDate(epoch: string | undefined): Date | undefined {
  if (epoch === undefined || epoch === '') return undefined;
  if (/^\d+$/.test(epoch) && Number(epoch) <= LAST) return new Date(Number(epoch) * 1000);
  throw new UsageError(
    `SOURCE_DATE_EPOCH cannot be ${epoch}`,
    'whole seconds since 1970, as `git log -1 --format=%ct` prints them; or unset it',
  );
}
