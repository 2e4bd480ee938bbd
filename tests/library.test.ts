import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import {
  ContentError,
  type Format,
  MachineError,
  openRenderer,
  renderResume,
  UsageError,
} from '../src/index.js';
import { packageRoot } from '../src/package-root.js';

const run = promisify(execFile);
const source =
  'basics:\n  name: Ada Example\n  email: ada@example.com\nwork:\n  - name: Northwind\n    position: Engineer\n';

test('a string becomes bytes in every format asked for', async () => {
  const { files, diagnostics } = await renderResume(source, {
    formats: ['pdf', 'html', 'docx', 'txt', 'md'],
  });
  const head = (bytes: Uint8Array | undefined) =>
    Buffer.from(bytes ?? [])
      .subarray(0, 5)
      .toString('latin1');
  expect(head(files.pdf)).toBe('%PDF-');
  expect(head(files.html)).toBe('<!doc');
  expect(head(files.docx)).toBe('PK\u0003\u0004\u0014');
  expect(Buffer.from(files.txt ?? []).toString('utf8')).toBe(
    'Ada Example\nada@example.com\n\nExperience\n----------\nEngineer\nNorthwind\n',
  );
  expect(Buffer.from(files.md ?? []).toString('utf8')).toBe(
    '# Ada Example\n\n[ada@example.com](mailto:ada@example.com)\n\n## Experience\n\n### Engineer\n\nNorthwind\n',
  );
  expect(diagnostics).toEqual([]);
});

test('the source goes into the files when it is asked for', async () => {
  const text = async (embedSource?: boolean) => {
    const { files } = await renderResume(source, {
      formats: ['html'],
      ...(embedSource !== undefined && { embedSource }),
    });
    return Buffer.from(files.html ?? []).toString('utf8');
  };
  expect(await text(true)).toContain('schema.json\nbasics:\n  name: Ada Example\n');
  expect(await text()).toBe(await text(false));
  expect(await text()).not.toContain('application/yaml');
});

test('letters that no font has are told of where fonts are inside, and only there', async () => {
  const odd = 'basics:\n  name: Ada \u{13000}\n';
  const rulesFor = async (...formats: Format[]) =>
    (await renderResume(odd, { formats })).diagnostics.map(({ rule }) => rule);
  expect(await rulesFor('html')).toEqual(['no-glyph']);
  expect(await rulesFor('docx', 'txt', 'md')).toEqual([]);
});

test('one renderer makes many documents', async () => {
  await using renderer = openRenderer({ env: process.env });
  const both = await Promise.all([1, 2].map(() => renderer.render(source, { formats: ['pdf'] })));
  expect(Buffer.compare(both[0]?.files.pdf ?? Buffer.of(1), both[1]?.files.pdf ?? Buffer.of(2))).toBe(0);
});

test('the same source and date give the same bytes, and nothing asks the clock', async () => {
  const options = { formats: ['pdf', 'html', 'docx', 'txt', 'md'] as const };
  const [first, second] = [await renderResume(source, options), await renderResume(source, options)];
  expect(second.files).toEqual(first.files);
  expect(Buffer.from(first.files.pdf ?? []).toString('latin1')).toContain('D:19800101000000Z');
});

describe('what is wrong is thrown', () => {
  test('a wrong résumé as ContentError with diagnostics', async () => {
    const error = await renderResume('basics:\n  nmae: A\n', { file: 'mine.yaml', formats: ['txt'] }).catch(
      (e) => e,
    );
    expect(error).toBeInstanceOf(ContentError);
    expect(error.diagnostics[0]).toMatchObject({
      file: 'mine.yaml',
      rule: 'unknown-key',
      place: { line: 2, column: 3, length: 4 },
      suggestion: 'did you mean `name`?',
    });
  });
  test('an unknown theme as UsageError', async () => {
    await expect(renderResume(source, { theme: 'clasic', formats: ['txt'] })).rejects.toThrow(UsageError);
  });
  test('a photo that is none, or none any more, as UsageError', async () => {
    const portrait = await readFile(join(packageRoot(), 'templates/torture/portrait.png'));
    const withPhoto = (photo: Uint8Array) => renderResume(source, { photo, formats: ['html'] });
    await expect(withPhoto(portrait)).resolves.toHaveProperty('files.html');
    const broken = withPhoto(portrait.subarray(0, portrait.length / 2));
    await expect(broken).rejects.toMatchObject({
      name: 'UsageError',
      message: 'the photo is cut off or damaged',
    });
    const none = withPhoto(Buffer.from('hello'));
    await expect(none).rejects.toMatchObject({ message: 'the photo is neither a PNG nor a JPEG picture' });
  });
  test('a missing browser as MachineError', async () => {
    await using renderer = openRenderer({ env: process.env, explicit: '/nowhere/chrome' });
    await expect(renderer.render(source, { formats: ['pdf'] })).rejects.toThrow(MachineError);
  });
});

describe('as the package that is installed', () => {
  async function inProject<T>(work: (folder: string) => Promise<T>): Promise<T> {
    const folder = await mkdtemp(join(tmpdir(), 'resumewright-library-'));
    try {
      await mkdir(join(folder, 'node_modules'));
      await symlink(packageRoot(), join(folder, 'node_modules', 'resumewright'));
      await writeFile(join(folder, 'package.json'), '{"type":"module"}');
      return await work(folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  test('it renders where nothing may be written', async () => {
    await inProject(async (folder) => {
      const script = `import { renderResume } from 'resumewright';
        const { files } = await renderResume(${JSON.stringify(source)}, { formats: ['html', 'docx', 'txt'] });
        console.log(Object.entries(files).map(([format, bytes]) => format + (bytes.length > 50)).join());`;
      await writeFile(join(folder, 'use.js'), script);
      const permission = ['--experimental-permission', '--allow-fs-read=*', '--no-warnings'];
      const { stdout } = await run(process.execPath, [...permission, 'use.js'], { cwd: folder });
      expect(stdout).toBe('htmltrue,docxtrue,txttrue\n');
    });
  });

  test('it is typed, for a strict project without our other packages', async () => {
    await inProject(async (folder) => {
      await writeFile(
        join(folder, 'use.ts'),
        `import { ContentError, type Diagnostic, renderResume } from 'resumewright';
        const { files, diagnostics } = await renderResume('basics: {name: A}', { theme: 'classic', formats: ['html'], paper: 'letter' });
        const html: Uint8Array | undefined = files.html;
        const first: Diagnostic | undefined = diagnostics[0];
        // @ts-expect-error: there is no such format
        renderResume('', { formats: ['rtf'] });
        export { ContentError, first, html };`,
      );
      const options = {
        strict: true,
        module: 'NodeNext',
        moduleResolution: 'NodeNext',
        target: 'ES2023',
        lib: ['ES2023', 'ESNext.Disposable'],
        skipLibCheck: true,
        noEmit: true,
        types: ['node'],
        typeRoots: [join(packageRoot(), 'node_modules', '@types')],
      };
      await writeFile(
        join(folder, 'tsconfig.json'),
        JSON.stringify({ compilerOptions: options, files: ['use.ts'] }),
      );
      const tsc = join(packageRoot(), 'node_modules', 'typescript', 'bin', 'tsc');
      await expect(run(process.execPath, [tsc, '-p', '.'], { cwd: folder })).resolves.toMatchObject({
        stdout: '',
      });
    });
  });
});
