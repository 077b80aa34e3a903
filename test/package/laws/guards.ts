/** Laws of what guards a sheet: checks while people type, and protection. */
import { child, childrenOf, rangeOf, type Element, type SheetPart } from '../open-package.js';
import type { PackageLaw } from './law.js';

const checksOf = ({ root }: SheetPart): readonly Element[] =>
  childrenOf(child(root, 'dataValidations'), 'dataValidation');

/** How many characters each text of a check may have. */
const LONGEST = { promptTitle: 32, prompt: 255, errorTitle: 32, error: 225 } as const;

const protectionOf = ({ root }: SheetPart): Readonly<Record<string, string>> =>
  child(root, 'sheetProtection')?.attributes ?? {};

/** What people are allowed on a protected sheet is written as 0: the lock is off. */
const isAllowed = (sheet: SheetPart, what: string): boolean => protectionOf(sheet)[what] === '0';

export const GUARD_LAWS: readonly PackageLaw[] = [
  {
    id: 'checks-fit',
    says: 'Texts of a check keep to 32 and 255 characters, errors to 225, lists that are spelled out and formulas to 255.',
    source:
      'Microsoft: “Validation.InputMessage”, “Validation.ErrorMessage”; [MS-XLS] 2.4.91 Dv; Excel-saved data_validation07.xlsx',
    breaches: ({ sheets }) =>
      sheets.flatMap((sheet) =>
        checksOf(sheet).flatMap((check) => {
          const long = Object.entries(LONGEST).filter(([name, most]) => (check.attributes[name] ?? '').length > most);
          const formulas = check.children.filter(({ text }) => text.length > 255);
          const at = `${sheet.name}!${check.attributes['sqref']}`;
          return [...long.map(([name]) => `${at}: ${name}`), ...formulas.map(({ name }) => `${at}: ${name}`)];
        }),
      ),
  },
  {
    id: 'checks-are-apart',
    says: 'No cell has two checks, and a sheet says how many checks it has.',
    source: 'ECMA-376 part 1, 18.3.1.33 dataValidations; Microsoft: overlapping ranges are repaired',
    breaches: ({ sheets }) =>
      sheets.flatMap((sheet) => {
        const checks = checksOf(sheet);
        const ranges = checks.flatMap(({ attributes }) =>
          (attributes['sqref'] ?? '').split(' ').map((text) => ({ text, range: rangeOf(text) })),
        );
        const count = child(sheet.root, 'dataValidations')?.attributes['count'];
        return [
          ...(count === undefined || Number(count) === checks.length ? [] : [`${sheet.name}: count ${count}`]),
          ...ranges.flatMap(({ text, range }, i) =>
            ranges.slice(0, i).flatMap((other) => {
              if (!range || !other.range) return [`${sheet.name}!${text}`];
              const { from, to } = range;
              const meets =
                from.row <= other.range.to.row &&
                to.row >= other.range.from.row &&
                from.column <= other.range.to.column &&
                to.column >= other.range.from.column;
              return meets ? [`${sheet.name}!${text}, ${other.text}`] : [];
            }),
          ),
        ];
      }),
  },
  {
    id: 'sheets-are-fenced',
    says: 'Every sheet is protected against slips, without a password.',
    source: 'ECMA-376 part 1, 18.3.1.85 sheetProtection; Excel-saved protect01.xlsx, protect08.xlsx',
    breaches: ({ sheets }) =>
      sheets.flatMap((sheet) => {
        const { sheet: on, password, hashValue } = protectionOf(sheet);
        return on === '1' && password === undefined && hashValue === undefined ? [] : [sheet.name];
      }),
  },
  {
    id: 'filling-in-is-free',
    says: 'Where people fill in they may insert links, color cells and change widths and heights.',
    source: 'ECMA-376 part 1, 18.3.1.85 sheetProtection; Excel-saved protect08.xlsx',
    breaches: ({ visible }) =>
      visible.flatMap((sheet) =>
        sheet.inputs.length === 0
          ? []
          : ['insertHyperlinks', 'formatCells', 'formatColumns', 'formatRows'].flatMap((what) =>
              isAllowed(sheet, what) ? [] : [`${sheet.name}: ${what}`],
            ),
      ),
  },
  {
    id: 'filter-yes-sort-no',
    says: 'A sheet with a filter lets people filter; none promises to sort, which would take answers away from their rows.',
    source: 'Microsoft: “Protect a worksheet”: sorting wants every cell of the range unlocked; our finding 3',
    breaches: ({ sheets }) =>
      sheets.flatMap((sheet) => [
        ...(child(sheet.root, 'autoFilter') && !isAllowed(sheet, 'autoFilter') ? [`${sheet.name}: autoFilter`] : []),
        ...(isAllowed(sheet, 'sort') ? [`${sheet.name}: sort`] : []),
      ]),
  },
  {
    id: 'charts-stay',
    says: 'Nobody moves or deletes a chart by accident.',
    source: 'ECMA-376 part 1, 18.3.1.85 sheetProtection objects; Excel-saved protect03.xlsx',
    breaches: ({ sheets }) =>
      sheets.flatMap((sheet) =>
        child(sheet.root, 'drawing') && sheet.inputs.length === 0 && protectionOf(sheet)['objects'] !== '1'
          ? [sheet.name]
          : [],
      ),
  },
];
