import { Option } from 'commander';
import { UsageError } from '../errors.js';

/** The path of a file or folder. Throws UsageError for an empty one, as a variable leaves that a script forgot to set. */
export const pathOption = (flags: string, description: string): Option => {
  const option = new Option(flags, description);
  return option.argParser((path: string) => {
    if (path !== '') return path;
    const name = `--${option.name()}`;
    throw new UsageError(`${name} names nothing`, `write a path behind it, or leave ${name} out`);
  });
};
