/** The programs that people save workbooks with: each opens ours and saves it again. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import XLSX from 'xlsx';
import { gnumeric, libreOffice, skipped } from '../engines/engine.js';

export interface Writer {
  readonly name: string;
  readonly save: (workbook: Uint8Array) => Promise<Uint8Array>;
}

const OPENPYXL = 'import sys, openpyxl\nopenpyxl.load_workbook(sys.argv[1]).save(sys.argv[2])';
const PYTHON = ['/usr/bin/python3', 'python3'].find(
  (python) => spawnSync(python, ['-c', 'import openpyxl']).status === 0,
);

async function byOpenpyxl(workbook: Uint8Array): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'aismm-openpyxl-'));
  try {
    writeFileSync(join(folder, 'in.xlsx'), workbook);
    execFileSync(PYTHON ?? '', ['-c', OPENPYXL, join(folder, 'in.xlsx'), join(folder, 'out.xlsx')]);
    return await Promise.resolve(new Uint8Array(readFileSync(join(folder, 'out.xlsx'))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function byExceljs(workbook: Uint8Array): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(workbook.buffer as ArrayBuffer);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** Every writer that is there; LibreOffice and Gnumeric have to be there in CI. */
export function writers(): Writer[] {
  const byEngine = (engine: typeof gnumeric): Writer[] =>
    skipped(engine)
      ? []
      : [
          {
            name: engine.name.replace(/ \(.*/, ''),
            save: async (workbook) => (await engine.recalculate([() => Promise.resolve(workbook)]))[0] ?? workbook,
          },
        ];
  if (PYTHON === undefined && process.env['CI'] === 'true') throw new Error('openpyxl has to be there in CI');
  if (PYTHON === undefined) process.stderr.write('openpyxl is not installed (python3-openpyxl): it is left out.\n');
  return [
    { name: 'as issued', save: (workbook) => Promise.resolve(workbook) },
    ...byEngine(libreOffice),
    ...byEngine(gnumeric),
    ...(PYTHON === undefined ? [] : [{ name: 'openpyxl', save: byOpenpyxl }]),
    { name: 'exceljs', save: byExceljs },
    {
      name: 'SheetJS',
      save: (workbook) =>
        Promise.resolve(
          new Uint8Array(
            XLSX.write(XLSX.read(workbook, { cellStyles: true, cellNF: true }), {
              type: 'array',
              bookType: 'xlsx',
            }) as ArrayBuffer,
          ),
        ),
    },
  ];
}
