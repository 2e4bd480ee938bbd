import { sourceDate } from '../source-date.js';

/**
 * The day from which dates are still to come: the one that `SOURCE_DATE_EPOCH` names, else the machine's. Only warnings
 * depend on it, never a file.
 */
export const today = (env: NodeJS.ProcessEnv): Date => sourceDate(env.SOURCE_DATE_EPOCH) ?? new Date();
