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
