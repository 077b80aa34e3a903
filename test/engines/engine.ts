/** Spreadsheet programs as engines of proof: each recalculates many workbooks in few starts. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Engine {
  readonly name: string;
  /** undefined where it is not installed. */
  readonly version: string | undefined;
  /** Where to get it. */
  readonly install: string;
  /** Opens each workbook, recalculates it and saves it as .xlsx; results in the same order. */
  readonly recalculate: (workbooks: readonly Uint8Array[]) => Uint8Array[];
}

/** Workbooks for one start: large enough to pay for it, small enough to end in time. */
const BATCH = 60;
const LONGEST = 280_000;

function versionOf(program: string, flag: string): string | undefined {
  const run = spawnSync(program, [flag], { encoding: 'utf8' });
  return run.status === 0 ? (run.stdout + run.stderr).trim().split('\n')[0] : undefined;
}

/** Runs `convert` on files in a folder of its own, batch by batch. */
function inFolder(
  workbooks: readonly Uint8Array[],
  convert: (paths: readonly string[], output: string, folder: string) => void,
): Uint8Array[] {
  const results: Uint8Array[] = [];
  for (let start = 0; start < workbooks.length; start += BATCH) {
    const folder = mkdtempSync(join(tmpdir(), 'aismm-engine-'));
    try {
      const output = join(folder, 'out');
      mkdirSync(output);
      const batch = workbooks.slice(start, start + BATCH);
      const paths = batch.map((bytes, i) => {
        const path = join(folder, `w${i}.xlsx`);
        writeFileSync(path, bytes);
        return path;
      });
      convert(paths, output, folder);
      results.push(...batch.map((_, i) => new Uint8Array(readFileSync(join(output, `w${i}.xlsx`)))));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return results;
}

function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): void {
  const { status, stderr } = spawnSync(program, [...args], {
    encoding: 'utf8',
    timeout: LONGEST,
    env: { ...process.env, ...env },
  });
  if (status !== 0) throw new Error(`${program} ended with ${String(status)}: ${stderr}`);
}

/** LibreOffice as it runs for people in a country: decimal comma, list separators and error names follow the locale. */
function libreOfficeIn(locale: string): Engine {
  return {
    name: `LibreOffice (${locale})`,
    version: versionOf('soffice', '--version'),
    install: 'apt-get install -y libreoffice-calc',
    recalculate: (workbooks) =>
      inFolder(workbooks, (paths, output, folder) => {
        const user = join(folder, 'profile', 'user');
        mkdirSync(user, { recursive: true });
        writeFileSync(join(user, 'registrymodifications.xcu'), settings(locale));
        run('soffice', [
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
  recalculate: (workbooks) =>
    inFolder(workbooks, (paths, output) => {
      for (const [i, path] of paths.entries()) {
        run('ssconvert', ['--recalc', '--export-type=Gnumeric_Excel:xlsx2', path, join(output, `w${i}.xlsx`)]);
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
