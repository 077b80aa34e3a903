/** `-` is standard input and output wherever a file can stand, and `--` ends the options. */
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { strToU8, zipSync } from 'fflate';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { aismm, MAIN, newFolder, piped } from './run.js';

const folder = newFolder();
let acme = new Uint8Array();
const NOTHING = new Uint8Array();

beforeAll(() => {
  expect(aismm(folder, 'example', '-o', 'acme.xlsx').code).toBe(0);
  acme = new Uint8Array(readFileSync(join(folder, 'acme.xlsx')));
});

describe('standard input', () => {
  test('is a workbook like one of a file', () => {
    const check = piped(folder, acme, 'check', '-');
    expect([check.code, check.stderr]).toEqual([0, '1 file: 0 errors, 1 warning\n']);
    const score = (run: { stdout: Buffer | string }): unknown => {
      const { file, diagnostics, ...rest } = JSON.parse(run.stdout.toString()) as {
        file: string;
        diagnostics: { file: string }[];
      };
      const unnamed = diagnostics.map((each) => ({ ...each, file: '' }));
      return { ...rest, isNamed: typeof file === 'string', diagnostics: unnamed };
    };
    const byName = aismm(folder, 'score', 'acme.xlsx', '--json');
    expect(score(piped(folder, acme, 'score', '--json', '-'))).toEqual(score(byName));
    expect(piped(folder, acme, 'answers', '-').stdout.toString()).toBe(aismm(folder, 'answers', 'acme.xlsx').stdout);
  });

  test.runIf(existsSync('/dev/stdin'))('has the names of Unix as well, and so has standard output', () => {
    const answers = aismm(folder, 'answers', 'acme.xlsx').stdout;
    const run = piped(folder, acme, 'answers', '/dev/stdin', '-o', '/dev/stdout');
    expect([run.code, run.stdout.toString()]).toEqual([0, answers]);
    expect(piped(folder, acme, 'ingest', '/dev/stdin', '--jobs', '1').code).toBe(0);
    // Behind a redirection, it is a file that exists.
    const command = '"$0" "$1" answers acme.xlsx --output=/dev/stdout > redirected.json';
    execFileSync('sh', ['-c', command, process.execPath, MAIN], { cwd: folder, stdio: 'pipe' });
    expect(readFileSync(join(folder, 'redirected.json'), 'utf8')).toBe(answers);
  });

  test('stands among files, each of which is read once', () => {
    const run = piped(folder, acme, 'check', 'acme.xlsx', '-', './acme.xlsx', '*.xlsx');
    expect([run.code, run.stderr]).toEqual([0, '2 files: 0 errors, 2 warnings\n']);
  });

  test('fills a workbook, which goes to standard output', () => {
    const answers = aismm(folder, 'answers', 'acme.xlsx').stdout;
    const filled = piped(folder, Buffer.from(answers), 'fill', '-', '-o', '-');
    const warned = expect.stringMatching(/^answers\.[^\n]*: warning met-without-evidence: [^\n]*\n$/);
    expect([filled.code, filled.stderr]).toEqual([0, warned]);
    expect(piped(folder, filled.stdout, 'answers', '-').stdout.toString()).toBe(answers);
  });

  test.each([
    ['a workbook', (): Uint8Array => acme, ['-']],
    ['an archive', (): Uint8Array => zipSync({ 'in/a.xlsx': acme }), ['-/in/a.xlsx']],
  ])('is taken in: %s', (_, input, paths) => {
    const { code, stdout } = piped(folder, input(), 'ingest', '-', '--jobs', '1');
    const lines = stdout.toString().trimEnd().split('\n');
    expect([code, lines.map((line) => (JSON.parse(line) as { file: string }).file)]).toEqual([0, paths]);
  });

  test('that can be kept nowhere is told with its reason', () => {
    for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, join(folder, 'not-there'));
    const { code, stderr } = piped(folder, acme, 'ingest', '-');
    vi.unstubAllEnvs();
    expect([code, stderr.split('\n')[0]]).toEqual([1, expect.stringMatching(/not-there.*: error file-unwritable: /)]);
  });

  test('of a workbook with faults is given back by an ingest', () => {
    const broken = aismm(folder, 'example', '--count', '9', '--into', 'broken', '--broken', '1');
    expect(broken.code).toBe(0);
    const file = readFileSync(join(folder, 'broken/organization-9-mistyped.xlsx'));
    const { code } = piped(folder, file, 'ingest', '-', '--jobs', '1', '--annotate-rejects', 'back');
    expect(code).toBe(3);
    expect(readdirSync(join(folder, 'back'))).toHaveLength(1);
  });

  test.each([['check'], ['score'], ['answers'], ['fill', '-o', 'x.xlsx'], ['ingest']])(
    'that is empty is found: %s',
    (...args) => {
      const { code, stdout, stderr } = piped(folder, NOTHING, ...args, '-');
      expect([code, `${stdout.toString()}${stderr}`]).toEqual([
        args[0] === 'ingest' ? 3 : 1,
        expect.stringMatching(/^-: error file-empty: /m),
      ]);
      expect(stderr).not.toContain('0 files');
    },
  );

  test('that goes on beyond what any workbook has is refused, as is such a file', () => {
    const command = `head -c 300000000 /dev/zero | "${process.execPath}" dist/cli/main.js check -`;
    const root = new URL('../../', import.meta.url).pathname;
    const seen = execFileSync('sh', ['-c', `${command} || true`], { cwd: root, encoding: 'utf8', stdio: 'pipe' });
    expect(seen).toMatch(/^-: error hostile-file: .*exceeds the limit of 256 MiB/);
  });

  test.skipIf(process.platform === 'win32')(
    'the temporary copy of standard input is readable only by its owner and is removed after an interruption or a crash',
    async () => {
      const temporary = join(folder, 'temporary');
      mkdirSync(temporary);
      const env = { ...process.env, TMPDIR: temporary };
      const begin = (): ChildProcess =>
        spawn(process.execPath, [MAIN, 'ingest', '-', '--store', 'kept.sqlite', '--jobs', '1'], { cwd: folder, env });
      const kept = (): string[] => readdirSync(temporary).filter((name) => name.startsWith('.aismm-'));
      const many = zipSync(
        Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`${i}.xlsx`, strToU8(`no workbook ${i}`)])),
      );
      for (const signal of ['SIGKILL', 'SIGTERM'] as const) {
        const run = begin();
        run.stdin?.end(many);
        const own = (): string[] => kept().filter((name) => name.includes(`-${run.pid}-`));
        await vi.waitUntil(() => own().length > 0, { timeout: 60_000, interval: 5 });
        // Of what was killed before nothing is left by now.
        const [name = '', ...others] = kept();
        expect([statSync(join(temporary, name)).mode & 0o777, others]).toEqual([0o600, []]);
        run.kill(signal);
        await new Promise((ended) => run.once('exit', ended));
        expect(kept()).toEqual(signal === 'SIGKILL' ? [name] : []);
      }
    },
  );

  test('is a list of measured values in either format', () => {
    for (const list of ['objective,value\nGOV-2B,90\n', '[{"objective":"GOV-2B","value":90}]']) {
      const { code } = piped(folder, strToU8(list), 'measure', 'acme.xlsx', '--from', '-', '-o', 'm.xlsx', '--force');
      expect([list, code]).toEqual([list, 0]);
    }
  });

  test('can be read once', () => {
    const { code, stderr } = piped(folder, acme, 'score', '-', '-');
    expect([code, stderr]).toEqual([2, expect.stringContaining('Standard input can be read only once')]);
  });
});

describe('standard output', () => {
  test('takes a workbook, and nothing else besides', () => {
    const { code, stdout, stderr } = piped(folder, NOTHING, 'example', '-o', '-');
    expect([code, stderr]).toEqual([0, '']);
    expect(piped(folder, stdout, 'check', '-').code).toBe(0);
    expect(existsSync(join(folder, '-'))).toBe(false);
  });

  test('takes an annotated copy; findings then go to standard error', () => {
    const file = 'broken/organization-9-mistyped.xlsx';
    const { code, stdout, stderr } = piped(folder, NOTHING, 'check', file, '--annotate', '-');
    expect([code, stderr]).toEqual([1, expect.stringContaining('error unknown-option')]);
    expect(piped(folder, stdout, 'check', '-').stdout.toString()).toContain('unknown-option');
    const both = aismm(folder, 'check', file, '--annotate', '-', '--format', 'json');
    expect([both.code, both.stdout]).toEqual([2, '']);
  });

  test('is no store', () => {
    const { code, stderr } = aismm(folder, 'ingest', 'acme.xlsx', '--store', '-');
    expect([code, stderr]).toEqual([2, expect.stringContaining('Invalid --store "-". Use a file')]);
  });
});

test('JSON on standard output holds no character that steers a terminal, and says the same', () => {
  const folder = newFolder();
  const name = 'A\u009b31m\u202eB\u2028';
  const answers = { schemaVersion: 1, model: { id: 'aismm', version: '1.1' }, organization: { name } };
  writeFileSync(join(folder, 'steering.json'), JSON.stringify(answers));
  expect(aismm(folder, 'fill', 'steering.json', '-o', 'x.xlsx').code).toBe(0);
  for (const command of [['answers'], ['score', '--json'], ['check', '--json']]) {
    const { stdout } = aismm(folder, ...command, 'x.xlsx');
    expect(stdout).not.toMatch(/[\u007f-\u009f\u202e\u2028]/);
    expect(JSON.stringify(JSON.parse(stdout))).toContain('{');
    if (command[0] === 'answers') expect(JSON.parse(stdout)).toMatchObject({ organization: { name } });
  }
});

describe('after --', () => {
  test('everything is a file', () => {
    copyFileSync(join(folder, 'acme.xlsx'), join(folder, '-acme.xlsx'));
    copyFileSync(join(folder, 'acme.xlsx'), join(folder, '--json'));
    writeFileSync(join(folder, '-a.json'), aismm(folder, 'answers', '--', '-acme.xlsx').stdout);
    expect(JSON.parse(readFileSync(join(folder, '-a.json'), 'utf8')).schemaVersion).toBe(1);
    expect(aismm(folder, 'check', '--', '-acme.xlsx', 'acme.xlsx', '--json').stderr).toBe(
      '3 files: 0 errors, 3 warnings\n',
    );
    expect(aismm(folder, 'fill', '-o', 'from-dash.xlsx', '--', '-a.json').code).toBe(0);
    expect(piped(folder, acme, 'check', '--', '-').stderr).toBe('1 file: 0 errors, 1 warning\n');
  });

  test('nothing is a wrong use', () => {
    const { code, stderr } = aismm(folder, 'check', '--');
    expect([code, stderr]).toEqual([2, expect.stringContaining('aismm check <files...>')]);
  });
});

describe.skipIf(process.platform === 'win32')(
  'a command that waits for a pipe ends at once where it is asked to',
  () => {
    const AT_ONCE = constants.O_NONBLOCK;
    const begin = (...args: string[]): { at: string; run: ChildProcess } => {
      const at = newFolder();
      copyFileSync(join(folder, 'acme.xlsx'), join(at, 'acme.xlsx'));
      expect(spawnSync('mkfifo', [join(at, 'pipe')]).status).toBe(0);
      return { at, run: spawn(process.execPath, [MAIN, ...args], { cwd: at, stdio: ['pipe', 'ignore', 'ignore'] }) };
    };
    const expectEnded = async ({ at, run }: ReturnType<typeof begin>): Promise<void> => {
      const end = new Promise((ended) => run.once('exit', (code, signal) => ended([code, signal])));
      run.kill('SIGINT');
      const inTime = await Promise.race([end, setTimeout(5_000, 'goes on waiting')]);
      run.kill('SIGKILL');
      expect(inTime).toEqual([null, 'SIGINT']);
      expect(readdirSync(at).sort()).toEqual(['acme.xlsx', 'pipe']);
    };
    const patience = { timeout: 60_000, interval: 20 };

    test('standard input that goes on', async () => {
      const begun = begin('check', '-');
      // More than a pipe holds: when all of it is gone, the command has begun to read, and waits for more.
      await new Promise((written) => begun.run.stdin?.write(new Uint8Array(500_000), written));
      await expectEnded(begun);
    });

    test.each([[['fill', 'pipe', '-o', 'never.xlsx']], [['split', 'acme.xlsx', '--by', './pipe', '--into', 'never']]])(
      'a pipe to read: %j',
      async (args) => {
        const begun = begin(...args);
        // It can be opened in this way only when the command waits at the other end.
        const opened = await vi.waitFor(() => openSync(join(begun.at, 'pipe'), constants.O_WRONLY | AT_ONCE), patience);
        await expectEnded(begun);
        closeSync(opened);
      },
    );

    test('a pipe to write', async () => {
      const begun = begin('report', 'acme.xlsx', '--format', 'html', '-o', 'pipe');
      const opened = openSync(join(begun.at, 'pipe'), constants.O_RDONLY | AT_ONCE);
      // The report is longer than what a pipe holds.
      await vi.waitFor(() => expect(readSync(opened, new Uint8Array(1))).toBe(1), patience);
      await expectEnded(begun);
      closeSync(opened);
    });
  },
);
