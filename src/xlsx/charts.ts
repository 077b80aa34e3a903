/** Adds native charts to a package that exceljs has written, which can't write them: drawing and chart parts, and what points to them. */
import { strFromU8, strToU8 } from 'fflate';
import { invariant } from '../diagnostic/finding.js';
import type { ChartSeries, PlannedChart, WorkbookPlan } from './plan.js';
import { CONTENT_TYPES, relationsPart } from './relations.js';
import { sheetParts } from './workbook-part.js';
import { escapeXml } from './text.js';

const DRAWING_NS = 'http://schemas.openxmlformats.org/drawingml/2006';
const RELATIONS_NS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_RELATIONS_NS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const CONTENT = 'application/vnd.openxmlformats-officedocument.drawing';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Elements that have to stand behind `<drawing>` in a sheet. */
const BEHIND_DRAWING =
  /<(legacyDrawing|legacyDrawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)[\s/>]|<\/worksheet>/;

/** One drawing part a sheet that has charts, one chart part a chart. */
export function addCharts(parts: Map<string, Uint8Array>, plan: WorkbookPlan): void {
  const partOf = sheetParts({ read: (name) => parts.get(name) });
  let charts = 0;
  let drawings = 0;
  for (const sheet of plan.sheets) {
    if (sheet.charts.length === 0) continue;
    const part = partOf.get(sheet.name);
    invariant(part, `the package has a part for the sheet ${sheet.name}`);
    drawings += 1;
    const drawing = `xl/drawings/drawing${drawings}.xml`;
    const chartParts = sheet.charts.map((chart) => {
      charts += 1;
      const name = `xl/charts/chart${charts}.xml`;
      parts.set(name, strToU8(chartXml(chart)));
      addContentType(parts, `/${name}`, `${CONTENT}ml.chart+xml`);
      return name;
    });
    parts.set(drawing, strToU8(drawingXml(sheet.charts)));
    parts.set(
      relationsPart(drawing),
      strToU8(relationsXml(chartParts.map((name) => [`${RELATIONS_NS}/chart`, `/${name}`]))),
    );
    addContentType(parts, `/${drawing}`, `${CONTENT}+xml`);
    attachDrawing(parts, part, `/${drawing}`);
  }
}

function textOf(parts: Map<string, Uint8Array>, name: string): string {
  return strFromU8(parts.get(name) ?? new Uint8Array());
}

function addContentType(parts: Map<string, Uint8Array>, part: string, type: string): void {
  parts.set(
    CONTENT_TYPES,
    strToU8(
      textOf(parts, CONTENT_TYPES).replace('</Types>', `<Override PartName="${part}" ContentType="${type}"/></Types>`),
    ),
  );
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

function relationsXml(relations: readonly (readonly [type: string, target: string])[]): string {
  const elements = relations.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE_RELATIONS_NS}">${elements.join('')}</Relationships>`;
}

function drawingXml(charts: readonly PlannedChart[]): string {
  const corner = (name: string, { row, column }: PlannedChart['from']): string =>
    `<xdr:${name}><xdr:col>${column - 1}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row - 1}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
  const anchors = charts.map(
    ({ from, to, title, description }, i) =>
      `<xdr:twoCellAnchor editAs="oneCell">${corner('from', from)}${corner('to', to)}<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${i + 2}" name="${escapeXml(title)}" descr="${escapeXml(description)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${DRAWING_NS}/chart"><c:chart xmlns:c="${DRAWING_NS}/chart" r:id="rId${i + 1}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`,
  );
  return `${HEAD}<xdr:wsDr xmlns:xdr="${DRAWING_NS}/spreadsheetDrawing" xmlns:a="${DRAWING_NS}/main" xmlns:r="${RELATIONS_NS}">${anchors.join('')}</xdr:wsDr>`;
}

const INK = '52606D';
const GRID = 'C5CED8';

function chartXml(chart: PlannedChart): string {
  const body = chart.kind === 'radar' ? radarXml(chart) : barsXml(chart);
  const legend = `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${textProperties(900)}</c:legend>`;
  const title = `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1100" b="1"/></a:pPr><a:r><a:rPr lang="en" sz="1100" b="1"><a:solidFill><a:srgbClr val="1B3A57"/></a:solidFill><a:latin typeface="Arial"/></a:rPr><a:t>${escapeXml(chart.title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
  return `${HEAD}<c:chartSpace xmlns:c="${DRAWING_NS}/chart" xmlns:a="${DRAWING_NS}/main" xmlns:r="${RELATIONS_NS}"><c:roundedCorners val="0"/><c:chart>${title}<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${body}</c:plotArea>${chart.series.length > 1 ? legend : ''}<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln w="9525"><a:solidFill><a:srgbClr val="${GRID}"/></a:solidFill></a:ln></c:spPr></c:chartSpace>`;
}

function textProperties(size: number): string {
  return `<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="${size}"><a:solidFill><a:srgbClr val="${INK}"/></a:solidFill><a:latin typeface="Arial"/></a:defRPr></a:pPr><a:endParaRPr lang="en"/></a:p></c:txPr>`;
}

function radarXml(chart: PlannedChart): string {
  const series = chart.series.map((each, i) => {
    const line = `<c:spPr><a:ln w="28575" cap="rnd"><a:solidFill><a:srgbClr val="${each.color}"/></a:solidFill>${each.dashed ? '<a:prstDash val="dash"/>' : ''}<a:round/></a:ln></c:spPr>`;
    const marker = `<c:marker><c:symbol val="${each.dashed ? 'diamond' : 'circle'}"/><c:size val="6"/><c:spPr><a:solidFill><a:srgbClr val="${each.dashed ? 'FFFFFF' : each.color}"/></a:solidFill><a:ln w="9525"><a:solidFill><a:srgbClr val="${each.color}"/></a:solidFill></a:ln></c:spPr></c:marker>`;
    return seriesXml(each, i, chart, `${line}${marker}`);
  });
  return `<c:radarChart><c:radarStyle val="marker"/><c:varyColors val="0"/>${series.join('')}<c:axId val="1001"/><c:axId val="1002"/></c:radarChart>${axesXml(chart, 'b', 'l')}`;
}

function barsXml(chart: PlannedChart): string {
  const series = chart.series.map((each, i) => {
    const fill = each.dashed
      ? `<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>`
      : `<a:solidFill><a:srgbClr val="${each.color}"/></a:solidFill>`;
    const shape = `<c:spPr>${fill}<a:ln w="12700"><a:solidFill><a:srgbClr val="${each.color}"/></a:solidFill>${each.dashed ? '<a:prstDash val="dash"/>' : ''}</a:ln></c:spPr>`;
    return seriesXml(each, i, chart, `${shape}<c:invertIfNegative val="0"/>`);
  });
  return `<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series.join('')}<c:gapWidth val="60"/><c:axId val="1001"/><c:axId val="1002"/></c:barChart>${axesXml(chart, 'l', 'b')}`;
}

function seriesXml({ name, values, cached }: ChartSeries, index: number, chart: PlannedChart, look: string): string {
  const labels = chart.labels.map((label, i) => `<c:pt idx="${i}"><c:v>${escapeXml(label)}</c:v></c:pt>`).join('');
  const points = cached
    .map((value, i) => (value === undefined ? '' : `<c:pt idx="${i}"><c:v>${value}</c:v></c:pt>`))
    .join('');
  return `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${escapeXml(name)}</c:v></c:tx>${look}<c:cat><c:strRef><c:f>${escapeXml(chart.categories)}</c:f><c:strCache><c:ptCount val="${chart.labels.length}"/>${labels}</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>${escapeXml(values)}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${cached.length}"/>${points}</c:numCache></c:numRef></c:val></c:ser>`;
}

/** Bars list their labels from the top down, as the tables do. */
function axesXml({ kind, axis }: PlannedChart, labels: 'b' | 'l', values: 'b' | 'l'): string {
  const order = kind === 'bars' ? 'maxMin' : 'minMax';
  const gridlines = `<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="${GRID}"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>`;
  return `<c:catAx><c:axId val="1001"/><c:scaling><c:orientation val="${order}"/></c:scaling><c:delete val="0"/><c:axPos val="${labels}"/>${kind === 'radar' ? gridlines : ''}<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${textProperties(900)}<c:crossAx val="1002"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx><c:valAx><c:axId val="1002"/><c:scaling><c:orientation val="minMax"/><c:max val="${axis.max}"/><c:min val="${axis.min}"/></c:scaling><c:delete val="0"/><c:axPos val="${values}"/>${gridlines}<c:numFmt formatCode="${escapeXml(axis.format)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${textProperties(800)}<c:crossAx val="1001"/><c:crosses val="${kind === 'bars' ? 'max' : 'autoZero'}"/><c:crossBetween val="between"/><c:majorUnit val="${axis.step}"/></c:valAx>`;
}
