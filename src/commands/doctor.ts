import { stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { openBrowser } from '../browser/open.js';
import { MachineError } from '../errors.js';
import { FAMILIES } from '../theme/families.js';
import { prepareFolder } from './outputs.js';
import type { Terminal } from './terminal.js';

// Everything a render leans on, tried for real: what works, what does not, and the fix.

interface Finding {
  name: string;
  ok: boolean;
  says: string;
  fix?: string;
}

/** `render doctor`. Returns 0 when everything works, 3 when something does not. */
export async function doctor(
  options: { browser?: string; out: string },
  terminal: Terminal,
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const findings = [node(), ...(await browser(options.browser, env)), fonts(), await folder(options.out)];
  const width = Math.max(...findings.map(({ name }) => name.length));
  for (const { name, ok, says, fix } of findings) {
    terminal.out(`${ok ? 'ok  ' : 'FAIL'}  ${name.padEnd(width)}  ${says}`);
    if (fix) terminal.out(`      ${' '.repeat(width)}  ${fix}`);
  }
  return findings.every(({ ok }) => ok) ? 0 : 3;
}

function node(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const ok = major > 20 || (major === 20 && minor >= 19);
  return {
    name: 'Node',
    ok,
    says: process.versions.node,
    ...(!ok && { fix: 'install Node 20.19 or newer' }),
  };
}

async function browser(explicit: string | undefined, env: NodeJS.ProcessEnv): Promise<Finding[]> {
  await using opened = openBrowser({ env, ...(explicit && { explicit }) });
  try {
    const { path, source, version, sandbox } = await opened.describe();
    await opened.print('<!doctype html><title>doctor</title><p>It prints.</p>');
    return [
      { name: 'Browser', ok: true, says: `${version} (${source}): ${path}` },
      sandbox
        ? { name: 'Sandbox', ok: true, says: 'on' }
        : {
            name: 'Sandbox',
            ok: true,
            says: 'off',
            fix: 'run as an ordinary user outside a container to have it on',
          },
    ];
  } catch (error) {
    if (!(error instanceof MachineError)) throw error;
    return [{ name: 'Browser', ok: false, says: error.message, ...(error.hint && { fix: error.hint }) }];
  }
}

function fonts(): Finding {
  const require = createRequire(import.meta.url);
  const missing = Object.entries(FAMILIES).filter(([, family]) => {
    try {
      return !require.resolve(`${family.package}/package.json`);
    } catch {
      return true;
    }
  });
  if (missing.length === 0) return { name: 'Fonts', ok: true, says: Object.keys(FAMILIES).join(', ') };
  const packages = missing.map(([, family]) => family.package).join(' ');
  return {
    name: 'Fonts',
    ok: false,
    says: `missing: ${missing.map(([name]) => name).join(', ')}`,
    fix: `npm install ${packages}`,
  };
}

/** Makes nothing that stays: the nearest folder above that exists is written to. */
async function folder(out: string): Promise<Finding> {
  let path = resolve(out);
  while (!(await stat(path).catch(() => undefined)) && dirname(path) !== path) path = dirname(path);
  try {
    await prepareFolder(path);
    return { name: 'Output', ok: true, says: `${out} can be written` };
  } catch (error) {
    if (!(error instanceof MachineError)) throw error;
    return { name: 'Output', ok: false, says: error.message, ...(error.hint && { fix: error.hint }) };
  }
}
