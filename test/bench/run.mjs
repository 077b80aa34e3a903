/** Size and speed, side by side in one run: `npm run bench`. Absolute times are this machine's; the ratios are what counts. */
import { readFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { inflateRawSync } from 'node:zlib';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawnSync } from 'node:child_process';
import { unzipSync } from 'fflate';
import ExcelJS from 'exceljs';
import XLSX from 'xlsx';
import {
  exampleAssessment,
  exampleTexts,
  loadModel,
  modelsOf,
  readScore,
  readWorkbook,
  Shelf,
  writeWorkbook,
} from '../../dist/node.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path) =>
  existsSync(join(root, 'model', path)) ? readFileSync(join(root, 'model', path), 'utf8') : undefined;
const { model } = loadModel(read, 'aismm', '1.1').value;
const shelf = new Shelf(modelsOf([model], model));
const tool = 'bench';
const filled = await writeWorkbook({
  model,
  assessment: exampleAssessment(model, { seed: 1, profile: 'typical' }, exampleTexts),
  tool,
});

/** Sheets with inputs, and the one that says what the workbook was made from. */
const SHEETS = ['Profile', 'Control Objectives', 'Feedback', 'Meta'];
/** Names of all sheets, in the order in which exceljs numbers their parts. */
const names = [
  ...new TextDecoder().decode(unzipSync(filled)['xl/workbook.xml']).matchAll(/<sheet [^>]*name="([^"]*)"/g),
];
/** The parts that have to be unpacked at least: those sheets, their texts and styles, and what leads to them. */
const NEEDED = new Set([
  ...['_rels/.rels', 'xl/_rels/workbook.xml.rels', 'xl/workbook.xml', 'xl/sharedStrings.xml', 'xl/styles.xml'],
  ...SHEETS.map((name) => `xl/worksheets/sheet${names.findIndex(([, each]) => each === name) + 1}.xml`),
]);

function packedParts(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = [];
  for (let at = view.getUint32(bytes.length - 6, true); view.getUint32(at, true) === 0x02014b50;) {
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const local = view.getUint32(at + 42, true);
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (NEEDED.has(name)) parts.push(bytes.subarray(start, start + view.getUint32(at + 20, true)));
    at += 46 + nameLength + extra + comment;
  }
  return parts;
}

/** Values only, of the sheets with inputs only. */
const lean = { sheets: SHEETS, cellFormula: false, cellHTML: false, cellText: false, dense: true };
const contenders = {
  nothing: () => undefined,
  ours: () => readWorkbook(filled, shelf),
  sheetjs: () => XLSX.read(filled, lean),
  exceljs: () => new ExcelJS.Workbook().xlsx.load(filled),
};

/** `run.mjs memory NAME`: most memory of a process that reads so many workbooks, in MB. */
const READINGS = 30;
if (process.argv[2] === 'memory') {
  for (let i = 0; i < READINGS; i += 1) await contenders[process.argv[3]]();
  console.log(process.resourceUsage().maxRSS / 1024);
  process.exit();
}
const memoryOf = (name) =>
  Number(spawnSync(process.execPath, [fileURLToPath(import.meta.url), 'memory', name], { encoding: 'utf8' }).stdout);

const packed = packedParts(filled);
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Each contender is warmed up for as long, in milliseconds, so that none is measured while it is still being compiled. */
const WARM_UP = 4000;

/** Median CPU milliseconds of a call, after a warm-up. */
async function measure(run, times) {
  for (const start = performance.now(); performance.now() - start < WARM_UP;) await run();
  const taken = [];
  for (let i = 0; i < times; i += 1) {
    const before = process.cpuUsage();
    await run();
    const { user, system } = process.cpuUsage(before);
    taken.push((user + system) / 1000);
  }
  return median(taken);
}

const inflate = await measure(() => packed.forEach((part) => inflateRawSync(part)), 60);
const answers = await measure(contenders.ours, 60);
const scoreOf = ({ issued, assessment }) => readScore(issued.scoring.figures(assessment), assessment.selection);
const score = await measure(() => scoreOf(readWorkbook(filled, shelf).value), 60);
const known = readWorkbook(filled, shelf).value;
const scoring = await measure(() => scoreOf(known), 200);
const exceljs = await measure(contenders.exceljs, 12);
const sheetjs = await measure(contenders.sheetjs, 30);
const build = await measure(() => writeWorkbook({ model, tool }), 8);
const blank = await writeWorkbook({ model, tool });

const main = join(root, 'dist/cli/main.js');
const PROCESSES = 7;
/** What a process has taken, told by itself when it ends. */
const TELLING = 'data:text/javascript,process.on("exit",()=>process.stderr.write(JSON.stringify(process.cpuUsage())))';

/** Least CPU milliseconds of a whole process, of several. */
function processOf(folder, ...args) {
  const taken = Array.from({ length: PROCESSES }, () => {
    const { stderr } = spawnSync(process.execPath, ['--import', TELLING, main, ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
    const { user, system } = JSON.parse(stderr.slice(stderr.lastIndexOf('{')));
    return (user + system) / 1000;
  });
  return Math.min(...taken);
}

const line = (name, ms, note = '') => console.log(`${name.padEnd(44)} ${ms.toFixed(1).padStart(8)} ms  ${note}`);
console.log(`A filled workbook of ${model.title}, ${Math.round(filled.length / 1000)} kB`);
line('inflate the needed parts alone', inflate, '1');
line('this reader: bytes to answers', answers, `${(answers / inflate).toFixed(1)} times the inflate`);
line('this reader: bytes to score', score, `${(score / inflate).toFixed(1)} times the inflate`);
line('scoring alone, with lenses and deployments', scoring);
line('SheetJS lean', sheetjs, `${(sheetjs / answers).toFixed(1)} times this reader`);
line('exceljs load', exceljs, `${(exceljs / answers).toFixed(1)} times this reader`);
const base = memoryOf('nothing');
const more = (name) => `${(memoryOf(name) - base).toFixed(0)} MB`;
console.log(
  `Memory of ${READINGS} readings, beyond the ${base.toFixed(0)} MB of doing nothing: this reader ${more('ours')}, SheetJS lean ${more('sheetjs')}, exceljs ${more('exceljs')}`,
);
console.log(`The blank workbook, ${Math.round(blank.length / 1000)} kB`);
line('build it', build);

const folder = mkdtempSync(join(tmpdir(), 'aismm-bench-'));
try {
  writeFileSync(join(folder, 'filled.xlsx'), filled);
  console.log('Whole processes, CPU');
  for (const args of [['--version'], ['score', 'filled.xlsx'], ['check', 'filled.xlsx']])
    line(args[0], processOf(folder, ...args));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
