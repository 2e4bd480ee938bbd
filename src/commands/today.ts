/**
 * The day from which dates are still to come: the one that `SOURCE_DATE_EPOCH`
 * (https://reproducible-builds.org/specs/source-date-epoch/) names, else the machine's. Only warnings depend on it,
 * never a file.
 */
export function today(env: NodeJS.ProcessEnv): Date {
  const { SOURCE_DATE_EPOCH: epoch } = env;
  const stated = epoch !== undefined && /^\d+$/.test(epoch) ? new Date(Number(epoch) * 1000) : undefined;
  return stated && !Number.isNaN(stated.getTime()) ? stated : new Date();
}
