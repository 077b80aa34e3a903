/** LibreOffice as an engine of proof: recalculates many workbooks in one start. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROGRAM = process.env['SOFFICE'] ?? 'soffice';

export const libreOfficeVersion: string | undefined = (() => {
  const run = spawnSync(PROGRAM, ['--version'], { encoding: 'utf8' });
  return run.status === 0 ? run.stdout.trim() : undefined;
})();

/** Where the engine has to be there (CI), its absence is a failure and not a reason to skip. */
export const libreOfficeRequired = process.env['CI'] === 'true' || process.env['AISMM_REQUIRE_LIBREOFFICE'] === '1';

if (libreOfficeVersion === undefined && !libreOfficeRequired) {
  process.stderr.write('LibreOffice is not installed (apt-get install -y libreoffice-calc): its proofs are skipped.\n');
}

/** Opens each workbook, recalculates it and saves it as .xlsx; results in the same order. */
export function recalculate(workbooks: readonly Uint8Array[]): Uint8Array[] {
  const folder = mkdtempSync(join(tmpdir(), 'aismm-lo-'));
  try {
    const [input, output] = [join(folder, 'in'), join(folder, 'out')];
    mkdirSync(input);
    const paths = workbooks.map((bytes, i) => {
      const path = join(input, `w${i}.xlsx`);
      writeFileSync(path, bytes);
      return path;
    });
    const run = spawnSync(
      PROGRAM,
      [
        `-env:UserInstallation=file://${join(folder, 'profile')}`,
        '--headless',
        '--convert-to',
        'xlsx:Calc MS Excel 2007 XML',
        '--outdir',
        output,
        ...paths,
      ],
      { encoding: 'utf8', timeout: 280_000 },
    );
    if (run.status !== 0) throw new Error(`LibreOffice ended with ${String(run.status)}: ${run.stderr}`);
    return workbooks.map((_, i) => new Uint8Array(readFileSync(join(output, `w${i}.xlsx`))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
