import { describe, expect, it } from 'vitest';
import { needsNoSandbox } from '../../src/browser/sandbox.js';
import { readSurroundings } from '../../src/browser/surroundings.js';

const nothing = {
  platform: 'linux',
  env: {},
  uid: 1000,
  read: () => undefined,
  exists: () => false,
} as const;
const plain = { root: false, container: false, wsl: false };

describe('needsNoSandbox', () => {
  it('keeps the sandbox for a user of an ordinary machine', () => {
    expect(needsNoSandbox({}, plain)).toBeUndefined();
    expect(needsNoSandbox({ CHROME_NO_SANDBOX: '0' }, plain)).toBeUndefined();
    expect(needsNoSandbox({ CHROME_NO_SANDBOX: '' }, plain)).toBeUndefined();
  });

  it.each([
    ['root', { ...plain, root: true }],
    ['a container', { ...plain, container: true }],
    ['WSL', { ...plain, wsl: true }],
  ])('gives it up for %s, and says so', (reason, surroundings) => {
    expect(needsNoSandbox({}, surroundings)).toContain(reason);
  });

  it.each([
    ['CHROME_NO_SANDBOX', '1'],
    ['PUPPETEER_DANGEROUS_NO_SANDBOX', 'true'],
  ])('gives it up when %s asks', (name, value) => {
    expect(needsNoSandbox({ [name]: value }, plain)).toContain(name);
  });
});

describe('readSurroundings', () => {
  it('finds nothing special on an ordinary machine', () => {
    expect(readSurroundings(nothing)).toEqual(plain);
  });

  it('knows root', () => {
    expect(readSurroundings({ ...nothing, uid: 0 })).toEqual({ ...plain, root: true });
  });

  it.each([
    ['Docker', { exists: (path: string) => path === '/.dockerenv' }],
    ['Podman', { exists: (path: string) => path === '/run/.containerenv' }],
    ['systemd-nspawn', { env: { container: 'systemd-nspawn' } }],
    ['Kubernetes', { env: { KUBERNETES_SERVICE_HOST: '10.0.0.1' } }],
    ['a control group', { read: (path: string) => (path === '/proc/1/cgroup' ? '1:x:/kubepods/y' : '') }],
  ])('knows a container by %s', (_, sign) => {
    expect(readSurroundings({ ...nothing, ...sign })).toEqual({ ...plain, container: true });
  });

  it.each([
    ['its variable', { env: { WSL_DISTRO_NAME: 'Debian' } }],
    ['its kernel', { read: (path: string) => (path === '/proc/version' ? 'Linux 5.15-Microsoft' : '') }],
  ])('knows WSL by %s', (_, sign) => {
    expect(readSurroundings({ ...nothing, ...sign })).toEqual({ ...plain, wsl: true });
  });

  it('asks none of this elsewhere', () => {
    expect(readSurroundings({ ...nothing, platform: 'darwin', uid: 0, exists: () => true })).toEqual(plain);
  });
});
