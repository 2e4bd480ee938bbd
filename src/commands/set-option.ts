import { Option } from 'commander';

/** `--set`, any number of times. What it says is read by `parseSet`. */
export const setOption = () =>
  new Option(
    '--set <name=value>',
    'a value in place of the résumé’s own `meta`, such as style.accent=#0b5a44; may be repeated',
  )
    .argParser((value: string, before: readonly string[]) => [...before, value])
    .default([], 'none');
