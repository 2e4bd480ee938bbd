import { isAbsolute, join } from 'node:path';

/** Where this program keeps what can be made again: private to the user, safe to delete at any time. */
export function cacheFolder(env: NodeJS.ProcessEnv, home: string): string {
  // A relative path there is to be ignored: https://specifications.freedesktop.org/basedir-spec/latest/
  const { XDG_CACHE_HOME: named } = env;
  return join(named && isAbsolute(named) ? named : join(home, '.cache'), 'resumewright');
}
