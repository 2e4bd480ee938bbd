import { Option } from 'commander';

/** A list with commas in it, or given one by one: `-f pdf,docx` and `-f pdf -f docx` are the same. */
export const listOption = (flags: string, description: string): Option =>
  new Option(flags, description).argParser((value: string, before?: string) =>
    before === undefined ? value : `${before},${value}`,
  );
