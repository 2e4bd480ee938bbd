import { describe, expect, it } from 'vitest';
import { explainLaunch, explainPrint } from '../../src/browser/explain.js';
import { MachineError, PrintError } from '../../src/errors.js';

const gone = new Error('Protocol error (Target.setDiscoverTargets): Target closed');

describe('explainLaunch', () => {
  it.each([
    ['/opt/chrome: error while loading shared libraries: libnspr4.so: cannot open', 'libnspr4.so is missing'],
    ['[9:9:1120/04.5:FATAL:zygote_host_impl_linux.cc(126)] No usable sandbox! Update', 'its sandbox'],
    ['[1120/045003.7:ERROR:zygote_host.cc:101] Running as root without --no-sandbox is', 'its sandbox'],
    ["Command '/usr/bin/chromium-browser' requires the chromium snap to be installed.", 'a snap'],
    ['[1120/045003.7:WARNING:a.cc:1] Hm.\n[1120/045003.8:ERROR:b.cc:2] Cannot do it.', ': Cannot do it.'],
    ['', ': Protocol error (Target.setDiscoverTargets): Target closed'],
  ])('makes one sentence of %j', (said, expected) => {
    const error = explainLaunch(gone, { program: '/opt/chrome', startPatience: 30_000, said });
    expect(error).toBeInstanceOf(MachineError);
    expect(error.message).toMatch(/^\/opt\/chrome did not start: [^\n]+$/);
    expect(error.message).toContain(expected);
    expect(error.hint).toBeTruthy();
    expect(error.cause).toBe(gone);
  });
});

describe('a folder for temporary files that is full', () => {
  it.each([
    explainLaunch(gone, { program: '/opt/chrome', startPatience: 1000, said: 'No idea.', full: '/tmp' }),
    explainPrint(new Error('Printing failed'), { patience: 1000, full: '/tmp' }),
    explainPrint(new Error('Page.printToPDF timed out.'), { patience: 1000, full: '/tmp' }),
  ])('is the reason, whatever the browser says: %s', (error) => {
    expect(error.message).toMatch(/^[^\n]+: the folder for temporary files, \/tmp, is full\.$/);
    expect(error.hint).toContain('TMPDIR');
    // It is so for every document, and said once.
    expect(error).not.toBeInstanceOf(PrintError);
  });
});

describe('explainPrint', () => {
  it.each([
    new Error("Runtime.callFunctionOn timed out. Increase the 'protocolTimeout' setting in launch"),
    Object.assign(new Error('Timed out after waiting 30000ms'), { name: 'TimeoutError' }),
  ])('knows when it took too long: %s', (error) => {
    expect(explainPrint(error, { patience: 30_000 }).message).toBe(
      'the page was given up: it took the browser more than 30 seconds',
    );
  });

  it('passes on what is explained already', () => {
    const error = new MachineError('already');
    expect(explainPrint(error, { patience: 30_000 })).toBe(error);
  });
});
