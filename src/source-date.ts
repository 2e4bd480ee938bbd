/** The instant that `SOURCE_DATE_EPOCH` (https://reproducible-builds.org/specs/source-date-epoch/) names, if it names one. */
export function sourceDate(epoch: string | undefined): Date | undefined {
  if (epoch === undefined || !/^\d+$/.test(epoch)) return undefined;
  const date = new Date(Number(epoch) * 1000);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
