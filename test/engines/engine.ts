/** Spreadsheet programs as engines of proof: each recalculates many workbooks in few starts. */
import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

export interface Engine {
  readonly name: string;
  /** undefined where it is not installed. */
  readonly version: string | undefined;
  /** Where to get it. */
  readonly install: string;
  /** Makes each workbook, opens it, recalculates it and saves it as .xlsx; results in the same order. */
  readonly recalculate: (makers: readonly Maker[]) => Promise<Uint8Array[]>;
}

/** Makes a workbook when its turn comes, so that making one batch overlaps with recalculating another. */
export type Maker = () => Promise<Uint8Array>;

/** Most workbooks for one start: enough to pay for it, few enough to end in time. */
const BATCH = 40;
/** Several times what a batch takes where nothing else is running. */
const LONGEST = 600_000;
/** Programs at work at a time: one more than cores, since each waits for the disk now and then. */
const LANES = 3;

function versionOf(program: string, flag: string): string | undefined {
  const run = spawnSync(program, [flag], { encoding: 'utf8' });
  return run.status === 0 ? (run.stdout + run.stderr).trim().split('\n')[0] : undefined;
}

type Convert = (paths: readonly string[], output: string, folder: string) => Promise<void>;

/** Runs `convert` on files in folders of their own, batch by batch, a few batches at a time. */
async function inFolders(makers: readonly Maker[], convert: Convert): Promise<Uint8Array[]> {
  const size = Math.min(BATCH, Math.ceil(makers.length / LANES));
  const results: Uint8Array[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < makers.length) {
      const start = next;
      next += size;
      const converted = await inFolder(makers.slice(start, start + size), convert);
      converted.forEach((bytes, i) => (results[start + i] = bytes));
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return results;
}

async function inFolder(makers: readonly Maker[], convert: Convert): Promise<Uint8Array[]> {
  const folder = mkdtempSync(join(tmpdir(), 'aismm-engine-'));
  try {
    const output = join(folder, 'out');
    mkdirSync(output);
    const paths: string[] = [];
    for (const [i, make] of makers.entries()) {
      const path = join(folder, `w${i}.xlsx`);
      writeFileSync(path, await make());
      paths.push(path);
    }
    await convert(paths, output, folder);
    return makers.map((_, i) => new Uint8Array(readFileSync(join(output, `w${i}.xlsx`))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const execute = promisify(execFile);

/** Rejects, with what the program said, if it does not end well or in time. */
async function run(program: string, args: readonly string[]): Promise<void> {
  await execute(program, [...args], { timeout: LONGEST });
}

/** LibreOffice as it runs for people in a country: decimal comma, list separators and error names follow the locale. */
function libreOfficeIn(locale: string): Engine {
  return {
    name: `LibreOffice (${locale})`,
    version: versionOf('soffice', '--version'),
    install: 'apt-get install -y libreoffice-calc',
    recalculate: (makers) =>
      inFolders(makers, async (paths, output, folder) => {
        const user = join(folder, 'profile', 'user');
        mkdirSync(user, { recursive: true });
        writeFileSync(join(user, 'registrymodifications.xcu'), settings(locale));
        await run('soffice', [
          `-env:UserInstallation=file://${join(folder, 'profile')}`,
          '--headless',
          '--convert-to',
          'xlsx:Calc MS Excel 2007 XML',
          '--outdir',
          output,
          ...paths,
        ]);
      }),
  };
}

function settings(locale: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>${locale}</value></prop></item>
</oor:items>`;
}

export const libreOffice = libreOfficeIn('en-US');
export const libreOfficeAbroad = [libreOfficeIn('de-DE'), libreOfficeIn('ja-JP')] as const;

export const gnumeric: Engine = {
  name: 'Gnumeric',
  version: versionOf('ssconvert', '--version'),
  install: 'apt-get install -y gnumeric',
  recalculate: (makers) =>
    inFolders(makers, async (paths, output) => {
      for (const [i, path] of paths.entries()) {
        await run('ssconvert', ['--recalc', '--export-type=Gnumeric_Excel:xlsx2', path, join(output, `w${i}.xlsx`)]);
      }
    }),
};

/** Where the engines have to be there (CI), their absence is a failure and not a reason to skip. */
const REQUIRED = process.env['CI'] === 'true' || process.env['AISMM_REQUIRE_ENGINES'] === '1';

/** True if the proofs by an engine can't be run here; says so once. */
export function skipped({ name, version, install }: Engine): boolean {
  if (version !== undefined || REQUIRED) return false;
  process.stderr.write(`${name} is not installed (${install}): its proofs are skipped.\n`);
  return true;
}
