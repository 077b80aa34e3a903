/** Adds charts and pictures to a package that exceljs has written, which can't write charts, and pictures only without words. */
import { strFromU8, strToU8 } from 'fflate';
import { invariant } from '../diagnostic/finding.js';
import { chartXml } from './charts.js';
import type { PlannedChart, PlannedPicture, PlannedSheet, WorkbookPlan } from './plan.js';
import { CONTENT_TYPES, relationsPart } from './relations.js';
import { escapeXml } from './text.js';
import { sheetParts } from './workbook-part.js';

const DRAWING_NS = 'http://schemas.openxmlformats.org/drawingml/2006';
const RELATIONS_NS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_RELATIONS_NS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const CONTENT = 'application/vnd.openxmlformats-officedocument.drawing';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** English metric units in a pixel. */
const PIXEL = 9_525;
/** Elements that have to stand behind `<drawing>` in a sheet. */
const BEHIND_DRAWING =
  /<(legacyDrawing|legacyDrawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)[\s/>]|<\/worksheet>/;

/** One drawing part per sheet that has any, one part per chart and per picture. */
export function addDrawings(parts: Map<string, Uint8Array>, plan: WorkbookPlan): void {
  const partOf = sheetParts({ read: (name) => parts.get(name) });
  let charts = 0;
  let pictures = 0;
  let drawings = 0;
  for (const sheet of plan.sheets) {
    if (sheet.charts.length + picturesOf(sheet).length === 0) continue;
    const part = partOf.get(sheet.name);
    invariant(part, `the package has a part for the sheet ${sheet.name}`);
    drawings += 1;
    const drawing = `xl/drawings/drawing${drawings}.xml`;
    const chartParts = sheet.charts.map((chart): Relation => {
      charts += 1;
      const name = `xl/charts/chart${charts}.xml`;
      parts.set(name, strToU8(chartXml(chart)));
      addContentType(parts, `/${name}`, `${CONTENT}ml.chart+xml`);
      return [`${RELATIONS_NS}/chart`, `/${name}`];
    });
    const pictureParts = picturesOf(sheet).map(({ png }): Relation => {
      pictures += 1;
      const name = `xl/media/image${pictures}.png`;
      parts.set(name, png);
      if (pictures === 1) addPictureType(parts);
      return [`${RELATIONS_NS}/image`, `/${name}`];
    });
    parts.set(drawing, strToU8(drawingXml(sheet)));
    parts.set(relationsPart(drawing), strToU8(relationsXml([...chartParts, ...pictureParts])));
    addContentType(parts, `/${drawing}`, `${CONTENT}+xml`);
    attachDrawing(parts, part, `/${drawing}`);
  }
}

type Relation = readonly [type: string, target: string];

function picturesOf({ pictures = [] }: PlannedSheet): readonly PlannedPicture[] {
  return pictures;
}

function textOf(parts: Map<string, Uint8Array>, name: string): string {
  return strFromU8(parts.get(name) ?? new Uint8Array());
}

function addContentType(parts: Map<string, Uint8Array>, part: string, type: string): void {
  const override = `<Override PartName="${part}" ContentType="${type}"/>`;
  parts.set(CONTENT_TYPES, strToU8(textOf(parts, CONTENT_TYPES).replace('</Types>', `${override}</Types>`)));
}

/** Pictures have the type of their ending, as programs write it. */
function addPictureType(parts: Map<string, Uint8Array>): void {
  const known = textOf(parts, CONTENT_TYPES);
  const type = '<Default Extension="png" ContentType="image/png"/>';
  if (!known.includes('Extension="png"'))
    parts.set(CONTENT_TYPES, strToU8(known.replace(/<Types [^>]*>/, (begin) => `${begin}${type}`)));
}

function attachDrawing(parts: Map<string, Uint8Array>, sheet: string, drawing: string): void {
  const relations = relationsPart(sheet);
  const known = textOf(parts, relations) || relationsXml([]);
  const id = `rId${[...known.matchAll(/Id="rId(\d+)"/g)].reduce((most, match) => Math.max(most, Number(match[1])), 0) + 1}`;
  const relation = `<Relationship Id="${id}" Type="${RELATIONS_NS}/drawing" Target="${drawing}"/>`;
  parts.set(relations, strToU8(known.replace('</Relationships>', `${relation}</Relationships>`)));
  const xml = textOf(parts, sheet);
  const at = xml.search(BEHIND_DRAWING);
  parts.set(sheet, strToU8(`${xml.slice(0, at)}<drawing r:id="${id}"/>${xml.slice(at)}`));
}

function relationsXml(relations: readonly Relation[]): string {
  const elements = relations.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE_RELATIONS_NS}">${elements.join('')}</Relationships>`;
}

function drawingXml(sheet: PlannedSheet): string {
  // Numbers of shapes begin behind that of the drawing itself; relations are in the same order.
  const anchors = [
    ...sheet.charts.map((chart, i) => chartAnchor(chart, i + 1)),
    ...picturesOf(sheet).map((picture, i) => pictureAnchor(picture, sheet.charts.length + i + 1)),
  ];
  return `${HEAD}<xdr:wsDr xmlns:xdr="${DRAWING_NS}/spreadsheetDrawing" xmlns:a="${DRAWING_NS}/main" xmlns:r="${RELATIONS_NS}">${anchors.join('')}</xdr:wsDr>`;
}

function cornerXml(name: string, { row, column }: PlannedChart['from'], right = 0, down = 0): string {
  return `<xdr:${name}><xdr:col>${column - 1}</xdr:col><xdr:colOff>${right * PIXEL}</xdr:colOff><xdr:row>${row - 1}</xdr:row><xdr:rowOff>${down * PIXEL}</xdr:rowOff></xdr:${name}>`;
}

function shapeXml(n: number, name: string, description: string): string {
  return `<xdr:cNvPr id="${n + 1}" name="${escapeXml(name)}" descr="${escapeXml(description)}"/>`;
}

function chartAnchor({ from, to, title, description }: PlannedChart, n: number): string {
  return `<xdr:twoCellAnchor editAs="oneCell">${cornerXml('from', from)}${cornerXml('to', to)}<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>${shapeXml(n, title, description)}<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${DRAWING_NS}/chart"><c:chart xmlns:c="${DRAWING_NS}/chart" r:id="rId${n}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`;
}

/** It keeps its size, however wide the columns are made. */
function pictureAnchor({ from, width, height, name, description }: PlannedPicture, n: number): string {
  const size = `cx="${width * PIXEL}" cy="${height * PIXEL}"`;
  return `<xdr:oneCellAnchor>${cornerXml('from', from, from.right, from.down)}<xdr:ext ${size}/><xdr:pic><xdr:nvPicPr>${shapeXml(n, name, description)}<xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId${n}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:oneCellAnchor>`;
}
