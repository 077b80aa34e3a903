/** The part of a native chart, which exceljs can't write. */
import type { ChartSeries, PlannedChart } from './plan.js';
import { escapeXml } from './text.js';

const DRAWING_NS = 'http://schemas.openxmlformats.org/drawingml/2006';
const RELATIONS_NS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const INK = '1F2933';
const TITLE_INK = '1F3A5F';
const GRID = 'D5DAE0';
/** Line widths in English metric units: three quarters of a point, and half of one. */
const [LINE, HAIRLINE] = [9525, 6350];
/** Gap between columns in percent of a column's width: the least, and the most that programs take. */
const [LEAST_GAP, MOST_GAP] = [55, 500];
/** So many columns' widths fill a chart: few columns are no wider than many. */
const WIDTHS_ACROSS = 18.6;
/** Columns of one label lie wholly over each other, each later one before the earlier ones. */
const OVERLAP = 100;
/** Sizes of marks in points: the dash is wider than a column, so that it is seen on one of any colour. */
const MARK_SIZE = { dash: 16, circle: 8 };
const [LABELS_AXIS, VALUES_AXIS] = [1001, 1002];
const AXIS_IDS = `<c:axId val="${LABELS_AXIS}"/><c:axId val="${VALUES_AXIS}"/>`;
/** Hundredths of a point. */
const [TEXT_SIZE, TITLE_SIZE] = [900, 1000];

const solid = (color: string): string => `<a:solidFill><a:srgbClr val="${color}"/></a:solidFill>`;
const lineOf = (color: string, width: number): string => `<a:ln w="${width}">${solid(color)}</a:ln>`;
const shape = (fill: string, line: string): string => `<c:spPr>${solid(fill)}${lineOf(line, LINE)}</c:spPr>`;
const NO_LINE = '<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>';
const textProperties = `<c:txPr><a:bodyPr rot="0" vert="horz"/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${TEXT_SIZE}">${solid(INK)}<a:latin typeface="Arial"/></a:defRPr></a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>`;

/** The XML of a chart. Elements in the order of the schema, which programs insist on. */
export function chartXml(chart: PlannedChart): string {
  const look = `sz="${TITLE_SIZE}" b="1"`;
  const title = `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr ${look}/></a:pPr><a:r><a:rPr lang="en-US" ${look}>${solid(TITLE_INK)}<a:latin typeface="Arial"/></a:rPr><a:t>${escapeXml(chart.title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
  const plot = `<c:plotArea><c:layout/>${columnsXml(chart)}${marksXml(chart)}${axesXml(chart)}</c:plotArea>`;
  const legend = `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${textProperties}</c:legend>`;
  return `${HEAD}<c:chartSpace xmlns:c="${DRAWING_NS}/chart" xmlns:a="${DRAWING_NS}/main" xmlns:r="${RELATIONS_NS}"><c:lang val="en-US"/><c:roundedCorners val="0"/><c:chart>${title}<c:autoTitleDeleted val="0"/>${plot}${legend}<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart>${shape('FFFFFF', GRID)}</c:chartSpace>`;
}

type Drawn = readonly [series: ChartSeries, index: number];

function seriesOf(chart: PlannedChart, isColumn: boolean): Drawn[] {
  return chart.series.flatMap((each, i): Drawn[] => ((each.as === 'column') === isColumn ? [[each, i]] : []));
}

/**
 * Not stacked: LibreOffice saves one way to stack for the whole chart, and would stack marks on marks that only lie over columns.
 */
function columnsXml(chart: PlannedChart): string {
  const series = seriesOf(chart, true).map(([each, i]) =>
    seriesXml(each, i, chart, `${shape(each.fill, each.line)}<c:invertIfNegative val="0"/>`),
  );
  const gap = Math.round(100 * (WIDTHS_ACROSS / Math.max(1, chart.labels.length) - 1));
  return `<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series.join('')}<c:gapWidth val="${Math.min(MOST_GAP, Math.max(LEAST_GAP, gap))}"/><c:overlap val="${OVERLAP}"/>${AXIS_IDS}</c:barChart>`;
}

/** A line chart without lines: marks on the axes of the columns. */
function marksXml(chart: PlannedChart): string {
  const series = seriesOf(chart, false).map(([each, i]) => {
    const symbol = each.as === 'circle' ? 'circle' : 'dash';
    const marker = `<c:marker><c:symbol val="${symbol}"/><c:size val="${MARK_SIZE[symbol]}"/>${shape(each.fill, each.line)}</c:marker>`;
    return seriesXml(each, i, chart, `${NO_LINE}${marker}`, '<c:smooth val="0"/>');
  });
  if (series.length === 0) return '';
  return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series.join('')}<c:marker val="1"/>${AXIS_IDS}</c:lineChart>`;
}

function seriesXml(
  { name, values, cached }: ChartSeries,
  index: number,
  chart: PlannedChart,
  look: string,
  behind = '',
): string {
  const labels = chart.labels.map((label, i) => `<c:pt idx="${i}"><c:v>${escapeXml(label)}</c:v></c:pt>`).join('');
  const points = cached
    .map((value, i) => (value === undefined ? '' : `<c:pt idx="${i}"><c:v>${value}</c:v></c:pt>`))
    .join('');
  return `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${escapeXml(name)}</c:v></c:tx>${look}<c:cat><c:strRef><c:f>${escapeXml(chart.categories)}</c:f><c:strCache><c:ptCount val="${chart.labels.length}"/>${labels}</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>${escapeXml(values)}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${cached.length}"/>${points}</c:numCache></c:numRef></c:val>${behind}</c:ser>`;
}

/** Every label is shown and none is turned, however narrow the chart is. */
function axesXml({ axis }: PlannedChart): string {
  const gridlines = `<c:majorGridlines><c:spPr>${lineOf(GRID, HAIRLINE)}</c:spPr></c:majorGridlines>`;
  const ticks = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>';
  const axisLine = `<c:spPr>${lineOf(GRID, LINE)}</c:spPr>`;
  return `<c:catAx><c:axId val="${LABELS_AXIS}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/>${ticks}${axisLine}${textProperties}<c:crossAx val="${VALUES_AXIS}"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="0"/></c:catAx><c:valAx><c:axId val="${VALUES_AXIS}"/><c:scaling><c:orientation val="minMax"/><c:max val="${axis.max}"/><c:min val="${axis.min}"/></c:scaling><c:delete val="0"/><c:axPos val="l"/>${gridlines}<c:numFmt formatCode="${escapeXml(axis.format)}" sourceLinked="0"/>${ticks}<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${textProperties}<c:crossAx val="${LABELS_AXIS}"/><c:crosses val="autoZero"/><c:crossBetween val="between"/><c:majorUnit val="${axis.step}"/></c:valAx>`;
}
