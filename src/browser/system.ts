import { delimiter, join } from 'node:path';

// In: the environment and the platform. Out: every place an installed browser may be, most wanted first:
// a headless shell, then Chrome, Chromium, Edge. Nothing is checked here; `findBrowser` does that.
// Why: the list is data about other people's packages. It grows by a line when one of them moves.

export interface SystemQuery {
  env: NodeJS.ProcessEnv;
  platform: NodeJS.Platform;
  home: string;
}

export function systemBrowsers(query: SystemQuery): string[] {
  if (query.platform === 'win32') return windows(query.env);
  return query.platform === 'darwin' ? mac(query) : linux(query.env);
}

function linux(env: NodeJS.ProcessEnv): string[] {
  return [
    ...onPath(env, 'chrome-headless-shell'),
    // The binaries behind /usr/bin/chromium*, which are shell wrappers that add flags of the distribution
    // (Debian: /etc/chromium.d, among them --enable-gpu-rasterization).
    '/usr/lib/chromium/chromium-headless-shell',
    '/usr/lib/chromium/headless_shell',
    '/usr/lib64/chromium-browser/headless_shell',
    ...onPath(env, 'google-chrome-stable', 'google-chrome'),
    '/opt/google/chrome/chrome',
    '/usr/lib/chromium/chromium',
    ...onPath(env, 'chromium', 'chromium-browser'),
    '/snap/bin/chromium',
    ...onPath(env, 'microsoft-edge-stable', 'microsoft-edge'),
    '/opt/microsoft/msedge/msedge',
  ];
}

function mac({ env, home }: SystemQuery): string[] {
  const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
  return [
    ...onPath(env, 'chrome-headless-shell'),
    ...apps.flatMap((app) =>
      ['/Applications', join(home, 'Applications')].map((folder) =>
        join(folder, `${app}.app`, 'Contents', 'MacOS', app),
      ),
    ),
    ...onPath(env, 'chromium'),
  ];
}

function windows(env: NodeJS.ProcessEnv): string[] {
  const roots = [env.PROGRAMFILES, env['ProgramFiles(x86)'], env.LOCALAPPDATA].filter(
    (root): root is string => root !== undefined && root !== '',
  );
  const apps = ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe'];
  return [
    ...onPath(env, 'chrome-headless-shell.exe'),
    ...[...apps, 'Microsoft\\Edge\\Application\\msedge.exe'].flatMap((app) =>
      roots.map((root) => `${root}\\${app}`),
    ),
  ];
}

function onPath(env: NodeJS.ProcessEnv, ...names: string[]): string[] {
  const folders = (env.PATH ?? env.Path ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}
