import { type Operator, readOperators } from '../../../src/writers/pdf/read-operators.js';
import { writeOperators } from '../../../src/writers/pdf/write-operators.js';

// Content streams as the tests write them, one line or several, and as the steps know them.

export const operatorsOf = (content: string): Operator[] => readOperators(content) ?? [];

export const streamOf = (operators: readonly Operator[]): string => writeOperators(operators).trim();

/** One operator a line, whatever stood between them. */
export const tidied = (content: string): string => streamOf(operatorsOf(content));
