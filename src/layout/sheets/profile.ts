/** Who is assessed, when, with which deployment types in use, and which targets and weights. */
import {
  CATEGORY_FIELDS,
  DEPLOYMENT_FIELDS,
  fieldNames,
  NO,
  ORGANIZATION_FIELDS,
  YES,
} from '../../assessment/fields.js';
import { categoriesOf } from '../../model/schema.js';
import { checkOf, closingLines, emptyLine, inputCell, titleLines, type LayoutContext } from '../context.js';
import { constant, type Line, type SheetDeclaration } from '../declare.js';
import { LOOK } from '../look.js';

export const ORGANIZATION_TABLE = 'organization';
export const DEPLOYMENT_TABLE = 'deployments';
export const CATEGORY_TABLE = 'categories';
/** The column of the organization table that is filled in. */
export const PROFILE_VALUE = 'value';

export function profileSheet(context: LayoutContext): SheetDeclaration {
  const { model, words, assessment } = context;
  const w = words.profile;
  const heading = (text: string, lead?: string): Line[] => [
    emptyLine,
    { height: 24, cells: { 1: constant(text, LOOK.heading) } },
    ...(lead === undefined ? [] : [{ height: 16, cells: { 1: constant(lead, LOOK.mutedLine) } }]),
  ];
  return {
    id: 'profile',
    name: words.sheets.profile,
    kind: 'fill',
    widths: [16, 34, 30, 14, 62],
    landscape: true,
    blocks: [
      { is: 'lines', rows: [...titleLines(context, w.title, w.lead), ...heading(w.organization)] },
      {
        is: 'table',
        id: ORGANIZATION_TABLE,
        columns: [
          { id: 'id', header: w.field },
          { id: 'label', header: w.label },
          { id: PROFILE_VALUE, header: w.value },
          { id: 'space', header: '' },
          { id: 'hint', header: w.hint },
        ],
        rows: fieldNames(ORGANIZATION_FIELDS).map((name) => {
          const field = ORGANIZATION_FIELDS[name];
          return {
            key: name,
            check: checkOf(context, name, field),
            cells: {
              id: constant(name, LOOK.cellMuted),
              label: constant(words.fields[name].header, LOOK.cellStrong),
              [PROFILE_VALUE]: { ...inputCell(context, field, assessment.organization[name]), name: `in_${name}` },
              hint: constant(words.fields[name].prompt, LOOK.cellMuted),
            },
          };
        }),
      },
      { is: 'lines', rows: heading(w.deployments, w.deploymentsLead) },
      {
        is: 'table',
        id: DEPLOYMENT_TABLE,
        columns: [
          { id: 'id', header: w.id },
          { id: 'name', header: w.deployment },
          {
            id: 'inUse',
            header: words.fields.inUse.header,
            check: checkOf(context, 'inUse', DEPLOYMENT_FIELDS.inUse),
          },
          { id: 'space', header: '' },
          { id: 'what', header: w.what },
        ],
        rows: model.deployments.map(({ id, name, summary }) => {
          const inUse = assessment.selection.includes(id) ? YES : NO;
          return {
            key: id,
            cells: {
              id: constant(id, LOOK.cellMuted),
              name: constant(name, LOOK.cellStrong),
              inUse: {
                ...inputCell(context, DEPLOYMENT_FIELDS.inUse, inUse),
                name: `in_use_${id.replaceAll('-', '_')}`,
              },
              what: constant(summary, LOOK.cellMuted),
            },
          };
        }),
      },
      { is: 'lines', rows: heading(w.categories, w.categoriesLead) },
      {
        is: 'table',
        id: CATEGORY_TABLE,
        columns: [
          { id: 'id', header: w.id },
          { id: 'name', header: w.category },
          {
            id: 'target',
            header: words.fields.target.header,
            check: checkOf(context, 'target', CATEGORY_FIELDS.target),
          },
          {
            id: 'weight',
            header: words.fields.weight.header,
            check: checkOf(context, 'weight', CATEGORY_FIELDS.weight),
          },
          { id: 'about', header: w.about },
        ],
        rows: categoriesOf(model).map(({ id, name, scope }) => ({
          key: id,
          cells: {
            id: constant(id, LOOK.cellMuted),
            name: constant(name, LOOK.cellStrong),
            target: { ...inputCell(context, CATEGORY_FIELDS.target, assessment.targets[id]), name: `in_target_${id}` },
            weight: { ...inputCell(context, CATEGORY_FIELDS.weight, assessment.weights[id]), name: `in_weight_${id}` },
            about: constant(scope, LOOK.cellMuted),
          },
        })),
      },
      { is: 'lines', rows: closingLines(context) },
    ],
  };
}
