import { TWIN_NAMES } from '../theme/twin-names.js';
import { FOREIGN_NAMES } from './foreign-names.js';

/** What others call our keys, and the fonts that ours stand for. */
export const READ_NAMES = { ...FOREIGN_NAMES, ...TWIN_NAMES };
