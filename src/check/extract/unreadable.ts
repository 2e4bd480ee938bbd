/** A file that cannot be checked at all: `rule` and `fix` are as in a finding, the message says what is wrong with it. */
export class Unreadable extends Error {
  constructor(
    readonly rule: 'damaged' | 'encrypted' | 'too-large' | 'wrong-format',
    message: string,
    readonly fix: string,
  ) {
    super(message);
    this.name = 'Unreadable';
  }
}

/** What a reader of Word files threw; its first line says enough. */
export function damagedWord(error: unknown): Unreadable {
  const [first] = (error as Error).message.split('\n');
  return new Unreadable('damaged', `the Word file is damaged: ${first}`, 'save it again in Word');
}
