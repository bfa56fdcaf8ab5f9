import { spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { jpeg, latin1, makePhoto, xmpPacket } from '../../fixtures/jpeg';
import { chunk, iend, ihdr, png, signature, text, u32 } from '../../fixtures/png';
import { lossy, riff, vp8x, chunk as webpChunk } from '../../fixtures/webp';

/** `npm run clean`, as a person or a script calls it. */

/** Each starts npm and builds the engine, which takes seconds on a busy computer. */
vi.setConfig({ testTimeout: 60_000 });

const root = resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'safi-clean-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let runs = 0;

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  /** The most memory that the process which cleans ever held, in bytes. */
  readonly peak: number;
}

/**
 * Every Node process of the run writes its peak to a file of its own; the last one is the one that cleans. On Linux it is
 * that of the process image: `maxRSS` also counts what the process that started it held at that moment, which would
 * hide what cleaning takes.
 */
const peakOf =
  "import{readFileSync as r,writeFileSync as w}from'node:fs';" +
  "const peak=()=>{try{return /VmHWM:\\s+(\\d+)/.exec(r('/proc/self/status','latin1'))[1]}catch{return process.resourceUsage().maxRSS}};";

function runClean(...args: readonly string[]): Promise<Run> {
  const peaks = join(folder, `peaks-${++runs}`);
  mkdirSync(peaks);
  const hook = `${peakOf}process.on('exit',()=>w(${JSON.stringify(`${peaks}/`)}+Date.now(),String(peak())))`;
  const child = spawn('npm', ['run', '--silent', 'clean', '--', ...args], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(hook)}` },
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (data) => {
    out += data;
  });
  child.stderr.setEncoding('utf8').on('data', (data) => {
    err += data;
  });
  return new Promise((done) => {
    child.on('close', (code) => {
      // npm itself ends last; before it, the process that cleans.
      const [, cleaning = ''] = readdirSync(peaks).sort().reverse();
      const peak = cleaning ? Number(readFileSync(join(peaks, cleaning), 'utf8')) * 1024 : 0;
      done({ code, out, err, peak });
    });
  });
}

function makeTree(name: string, files: Readonly<Record<string, Uint8Array>>): string {
  const tree = join(folder, name);
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), bytes);
  }
  return tree;
}

const webp = riff(vp8x(4), lossy, webpChunk('XMP ', latin1(xmpPacket())));
const pdf = latin1('%PDF-1.4\n');

describe('a folder tree', () => {
  const files = {
    'a photo.jpg': makePhoto(),
    'clean.png': png(),
    'deep/er/صورة.png': png({ before: [text('Author', 'Noor')] }),
    'deep/moving.gif': latin1('GIF89a'),
    'deep/picture.webp': webp,
    'deep/torn.png': png().subarray(0, 20),
    'homework.pdf': pdf,
    'no extension': makePhoto(),
  };

  test('is cleaned to the same paths; originals stay; one array tells all; 3 since some were refused', async () => {
    const from = makeTree('in', files);
    const to = join(folder, 'new/out');
    const { code, out } = await runClean(from, to, '--json');
    const reports = JSON.parse(out) as Record<string, unknown>[];
    const short = reports.map(({ file, format, outcome, reason }) => [file, format, outcome, reason]);
    expect(short).toEqual([
      ['a photo.jpg', 'jpeg', 'cleaned', undefined],
      ['clean.png', 'png', 'already-clean', undefined],
      ['deep/er/صورة.png', 'png', 'cleaned', undefined],
      ['deep/moving.gif', 'gif', 'refused', 'corrupt'],
      ['deep/picture.webp', 'webp', 'cleaned', undefined],
      ['deep/torn.png', 'png', 'refused', 'corrupt'],
      ['homework.pdf', null, 'passed', undefined],
      ['no extension', 'jpeg', 'cleaned', undefined],
    ]);
    expect(code).toBe(3);

    for (const [index, [path, original]] of Object.entries(files).entries()) {
      const report = reports[index];
      expect(Object.keys(report ?? {}).sort()).toEqual(
        [
          'bytesIn',
          'bytesOut',
          'file',
          'format',
          'outcome',
          'removed',
          ...(report?.reason ? ['reason'] : []),
        ].sort(),
      );
      expect(readFileSync(join(from, path)).equals(original)).toBe(true);
      expect(report?.bytesIn).toBe(original.length);
      if (report?.outcome === 'refused') {
        expect(existsSync(join(to, path))).toBe(false);
        expect(report.bytesOut).toBe(0);
        continue;
      }
      const written = readFileSync(join(to, path));
      expect(report?.bytesOut).toBe(written.length);
      expect(written.toString('latin1')).not.toMatch(/Galaxy|Noor/);
      if (report?.outcome !== 'cleaned') expect(written.equals(original)).toBe(true);
    }
    expect(reports[2]?.removed).toEqual(
      [{ kind: 'text', source: 'PNG', label: 'Author' }].map((item) => ({ ...item, kind: 'person' })),
    );
    expect(reports[0]?.removed).toContainEqual({ kind: 'place', source: 'EXIF', label: 'GPSLatitude' });
    expect(out).not.toContain('Galaxy');
    expect(readdirSync(join(to, 'deep')).sort()).toEqual(['er', 'picture.webp']);
  });

  test('a line a file, for people; 0 when nothing was refused', async () => {
    const from = makeTree('fine', {
      'a.jpg': makePhoto(),
      'b.png': png(),
      'c.pdf': pdf,
      'd\u001b[2J.pdf': pdf,
    });
    const { code, out } = await runClean(from, join(folder, 'fine-out'));
    expect(code).toBe(0);
    const lines = out.trim().split('\n');
    expect(lines[0]).toMatch(/^cleaned +a\.jpg +\(.*place.*\)$/);
    expect(lines[1]).toMatch(/^already-clean +b\.png$/);
    expect(lines[2]).toMatch(/^passed +c\.pdf$/);
    expect(lines[3]).toMatch(/^passed +d\?\[2J\.pdf$/);
    expect(lines[4]).toContain('1 cleaned');
  });

  test('what it wrote is clean when it is cleaned again', async () => {
    const from = makeTree('once', { 'a.jpg': makePhoto(), 'b.webp': webp });
    await runClean(from, join(folder, 'twice'));
    const { code, out } = await runClean(join(folder, 'twice'), join(folder, 'thrice'), '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out).map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      'already-clean',
      'already-clean',
    ]);
  });

  test('an empty folder is fine', async () => {
    mkdirSync(join(folder, 'nothing'));
    const { code, out } = await runClean(join(folder, 'nothing'), join(folder, 'nothing-out'), '--json');
    expect([code, JSON.parse(out)]).toEqual([0, []]);
  });

  test('links: one to a file is a file, one that leads round in a circle is left out and said', async () => {
    const from = makeTree('links', { 'a.jpg': jpeg() });
    symlinkSync(join(from, 'a.jpg'), join(from, 'b.jpg'));
    symlinkSync(from, join(from, 'circle'));
    symlinkSync(join(from, 'gone'), join(from, 'dangling.jpg'));
    const { code, out, err } = await runClean(from, join(folder, 'links-out'), '--json');
    const reports = JSON.parse(out) as { file: string; outcome: string }[];
    expect(reports.map(({ file, outcome }) => [file, outcome])).toEqual([
      ['a.jpg', 'already-clean'],
      ['b.jpg', 'already-clean'],
      ['dangling.jpg', 'refused'],
    ]);
    expect(err).toContain('circle');
    expect(code).toBe(3);
  });
});

test('what cannot be written is refused and said, and the others go on; originals stay behind any link', async () => {
  const from = makeTree('stuck', { 'a.jpg': jpeg(), 'b.jpg': jpeg(), 'sub/c.jpg': makePhoto() });
  const to = makeTree('stuck-out', { 'a.jpg/in the way': pdf });
  symlinkSync(join(from, 'sub'), join(to, 'sub'));
  const { code, out, err } = await runClean(from, to, '--json');
  const reports = JSON.parse(out) as Record<string, unknown>[];
  expect(
    reports.map(({ file, outcome, reason, bytesOut }) => [file, outcome, reason, bytesOut !== 0]),
  ).toEqual([
    ['a.jpg', 'refused', 'not-written', false],
    ['b.jpg', 'already-clean', undefined, true],
    ['sub/c.jpg', 'refused', 'not-written', false],
  ]);
  expect(code).toBe(3);
  expect(err).toContain('EISDIR');
  expect(readFileSync(join(from, 'sub/c.jpg')).equals(makePhoto())).toBe(true);
  expect(readdirSync(to).sort()).toEqual(['a.jpg', 'b.jpg', 'sub']);
});

describe('wrong use ends with 2, writes nothing and says how to use it', () => {
  const from = makeTree('wrong', { 'a.jpg': makePhoto() });
  makeTree('', { file: pdf });
  test.each<[string, readonly string[]]>([
    ['no folders', []],
    ['one folder', [from]],
    ['three folders', [from, `${from}-2`, `${from}-3`]],
    ['a folder that is not there', [join(folder, 'absent'), `${from}-2`]],
    ['a file as folder', [join(from, 'a.jpg'), `${from}-2`]],
    ['a file to write into', [from, join(from, 'a.jpg')]],
    ['a folder in a file', [from, join(folder, 'file/out')]],
    ['a folder that nobody can make', [from, '/proc/safi/out']],
    ['an option that is none', [from, `${from}-2`, '--jason']],
    ['the same folder', [from, from]],
    ['into the folder itself', [from, join(from, 'out')]],
    ['into what holds the folder', [from, folder]],
  ])('%s', async (_, args) => {
    const before = readdirSync(from);
    const { code, out, err } = await runClean(...args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain('IN_DIR OUT_DIR');
    expect(readdirSync(from)).toEqual(before);
    expect(existsSync(`${from}-2`)).toBe(false);
  });

  test('a link does not hide that it is the same folder', async () => {
    symlinkSync(from, join(folder, 'alias'));
    expect((await runClean(from, join(folder, 'alias/out'))).code).toBe(2);
  });
});

test('4.5 GiB are cleaned in memory that does not grow, also behind 4 GiB', {
  timeout: 300_000,
}, async () => {
  const gibibyte = 2 ** 30;
  const from = makeTree('large', {});
  mkdirSync(from, { recursive: true });
  const path = join(from, 'large.png');
  const file = openSync(path, 'w');
  let at = 0;
  const put = (bytes: Uint8Array) => {
    at += writeSync(file, bytes, 0, bytes.length, at);
  };
  put(signature);
  put(ihdr(1, 1));
  put(text('Author', 'Noor'));
  for (let part = 0; part < 3; part++) {
    put(Uint8Array.from([...u32(1.5 * gibibyte), ...latin1('IDAT')]));
    at += 1.5 * gibibyte;
    put(latin1('CRC!'));
  }
  put(text('Comment', 'made at home'));
  put(chunk('prVt', latin1('secret')));
  put(iend);
  put(latin1('secret tail'));
  ftruncateSync(file, at);
  closeSync(file);

  const small = makeTree('small', { 'small.png': png({ before: [text('Author', 'Noor')] }) });
  const baseline = await runClean(small, join(folder, 'small-out'), '--json');
  const { code, out, peak } = await runClean(from, join(folder, 'large-out'), '--json');
  expect(code).toBe(0);
  const [report] = JSON.parse(out);
  expect(report).toMatchObject({ outcome: 'cleaned', bytesIn: at });
  expect(report.removed.map(({ label }: { label: string }) => label)).toEqual([
    'Author',
    'Comment',
    'prVt',
    'data after the end',
  ]);
  const written = join(folder, 'large-out/large.png');
  expect(statSync(written).size).toBe(report.bytesOut);
  const end = Buffer.alloc(200);
  const output = openSync(written, 'r');
  readSync(output, end, 0, end.length, report.bytesOut - end.length);
  closeSync(output);
  expect(end.subarray(-16).equals(Buffer.concat([latin1('CRC!'), iend]))).toBe(true);
  expect(baseline.peak).toBeGreaterThan(1 << 20);
  expect(peak - baseline.peak).toBeLessThan(32 << 20);
});
