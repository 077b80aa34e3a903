/** Laws of the workbook as a whole: how it opens, who wrote it, when it is computed. */
import { child, childrenOf, found, type Package } from '../open-package.js';
import type { PackageLaw } from './law.js';

/** The engine of Excel 2019 and 365. An earlier one makes them recalculate on load, and ask whether to save the changes. */
const CURRENT_ENGINE = 191_029;

const core = (pkg: Package) => pkg.tree(pkg.relations('').find(({ kind }) => kind === 'core-properties')?.target ?? '');

/** The language a workbook says it is in. */
export const languageOf = (pkg: Package): string => child(core(pkg), 'dc:language')?.text ?? '';

const STAMP = /^\{"specification_name":"[^"]+","specification_version":"[^"]+"/;

export const WORKBOOK_LAWS: readonly PackageLaw[] = [
  {
    id: 'names-of-people-stay',
    says: 'Names of people who comment are kept: no filterPrivacy.',
    source: 'ECMA-376 part 1, 18.2.28 workbookPr; exceljs #1619',
    breaches: ({ workbook }) =>
      'filterPrivacy' in (child(workbook, 'workbookPr')?.attributes ?? {}) ? ['workbookPr filterPrivacy'] : [],
  },
  {
    id: 'current-engine',
    says: 'The workbook was computed by a current engine, so that opening it changes nothing.',
    source: 'ECMA-376 part 1, 18.2.2 calcPr; Microsoft: “Recalculation when opening workbooks of earlier versions”',
    breaches: ({ workbook }) => {
      const { calcId = '0' } = child(workbook, 'calcPr')?.attributes ?? {};
      return Number(calcId) >= CURRENT_ENGINE ? [] : [`calcPr calcId ${calcId}`];
    },
  },
  {
    id: 'results-or-computed',
    says: 'Every formula has a result, or the workbook asks to be computed when it is opened.',
    source: 'ECMA-376 part 1, 18.2.2 calcPr fullCalcOnLoad, 18.3.1.96 v',
    breaches: (pkg) =>
      child(pkg.workbook, 'calcPr')?.attributes['fullCalcOnLoad'] === '1'
        ? []
        : pkg.sheets.flatMap(({ name, cells }) =>
            cells.flatMap(({ address, formula, raw }) => (formula && raw === undefined ? [`${name}!${address}`] : [])),
          ),
  },
  {
    id: 'opens-on-a-tab',
    says: 'One window is described; its tab is a visible sheet, and that sheet alone is selected.',
    source: 'ECMA-376 part 1, 18.2.30 workbookView, 18.3.1.87 sheetView; Excel-saved autofilter01.xlsx',
    breaches: ({ workbook, sheets }) => {
      const views = childrenOf(child(workbook, 'bookViews'), 'workbookView');
      const [view] = views;
      if (!view || views.length > 1) return [`${views.length} workbookView`];
      const active = Number(view.attributes['activeTab'] ?? 0);
      const selected = sheets.filter((sheet) => sheet.view?.attributes['tabSelected'] === '1');
      return [
        ...(sheets[active]?.isVisible ? [] : [`activeTab ${active} is no visible sheet`]),
        ...(selected.length === 1 && selected[0]?.index === active
          ? []
          : [`tabSelected: ${selected.map(({ name }) => name).join(', ') || 'none'}`]),
      ];
    },
  },
  {
    id: 'says-its-language',
    says: 'The workbook says which language it is in.',
    source: 'ECMA-376 part 2, 8.3 core properties; WCAG 2.2, 3.1.1 Language of Page',
    breaches: (pkg) => {
      const language = languageOf(pkg);
      return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language) ? [] : [`dc:language “${language}”`];
    },
  },
  {
    id: 'names-of-sheets',
    says: 'A sheet has a name of its own of at most 31 characters, without characters that programs refuse.',
    source: 'Microsoft: “Rename a worksheet”; ECMA-376 part 1, 18.2.19 sheet',
    breaches: ({ sheets }) =>
      sheets.flatMap(({ name, index }) => [
        ...(name.length >= 1 && name.length <= 31 ? [] : [`${name}: ${name.length} characters`]),
        ...(/[\\/?*:[\]]|^'|'$|^history$/i.test(name) ? [`${name}: characters`] : []),
        ...(sheets.findIndex((each) => each.name.toLowerCase() === name.toLowerCase()) < index
          ? [`${name}: twice`]
          : []),
      ]),
  },
  {
    id: 'app-knows-the-sheets',
    says: 'The properties list the sheets as they are called.',
    source: 'ECMA-376 part 1, 22.2.2.26 TitlesOfParts; Excel-saved properties01.xlsx',
    breaches: (pkg) => {
      const app = pkg.tree(pkg.relations('').find(({ kind }) => kind === 'extended-properties')?.target ?? '');
      const titles = found(child(app, 'TitlesOfParts'), 'vt:lpstr').map(({ text }) => text);
      return pkg.sheets.flatMap(({ name }, i) => (titles[i] === name ? [] : [`${name}: ${titles[i] ?? 'missing'}`]));
    },
  },
  {
    id: 'programs-know-the-file',
    says: 'In a workbook of a model, the first cell of every visible sheet is what programs know the file by. Only remarks may come before these sheets.',
    source: 'CSA: workbooks of its control frameworks have a JSON text with name and version in A1',
    breaches: ({ sheets, visible }) => {
      const isOfModel = sheets.some(({ name }) => name === 'Meta');
      const unknown = visible.filter(({ cells: [first] }) => first?.address !== 'A1' || !STAMP.test(first.text ?? ''));
      return isOfModel ? unknown.flatMap(({ name, index }) => (index === 0 ? [] : [name])) : [];
    },
  },
];
