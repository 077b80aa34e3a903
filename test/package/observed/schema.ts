/**
 * The order that ECMA-376 part 1 asks for, of the elements that our packages have and the workbooks that Excel has saved do
 * not show in full, and attributes that it knows besides those that were seen.
 */

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Children in their order, by element; where the same name is two things, what belongs to either. */
export const SCHEMA_ORDER: Readonly<Record<string, readonly string[]>> = {
  // 18.2.27
  workbook: words(
    'fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst',
  ),
  // 18.3.1.99
  worksheet: words(
    'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF picture oleObjects controls webPublishItems tableParts extLst',
  ),
  sheetPr: words('tabColor outlinePr pageSetUpPr'),
  sheetView: words('pane selection pivotSelection extLst'),
  dataValidation: words('formula1 formula2'),
  cfRule: words('formula colorScale dataBar iconSet extLst'),
  c: words('f v is extLst'),
  is: words('t rPh r phoneticPr'),
  si: words('t r rPh phoneticPr'),
  r: words('rPr t'),
  // 18.3.1.14
  colBreaks: ['brk'],
  headerFooter: words('oddHeader oddFooter evenHeader evenFooter firstHeader firstFooter'),
  comments: words('authors commentList extLst'),
  // 18.8
  styleSheet: words('numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst'),
  font: words('b i strike condense extend outline shadow u vertAlign sz color name family charset scheme'),
  numFmts: ['numFmt'],
  border: words('left right top bottom diagonal vertical horizontal'),
  patternFill: words('fgColor bgColor'),
  xf: words('alignment protection extLst'),
  dxf: words('font numFmt fill alignment border protection extLst'),
  // Part 4, 14.4.2.12: in any order.
  'x:ClientData': words(
    'x:MoveWithCells x:SizeWithCells x:Anchor x:Locked x:AutoFill x:LockText x:Row x:Column x:Visible',
  ),
  // 20.5
  'xdr:twoCellAnchor': words('xdr:from xdr:to xdr:sp xdr:grpSp xdr:graphicFrame xdr:cxnSp xdr:pic xdr:clientData'),
  'xdr:graphicFrame': words('xdr:nvGraphicFramePr xdr:xfrm a:graphic'),
  'xdr:nvGraphicFramePr': words('xdr:cNvPr xdr:cNvGraphicFramePr'),
  // 21.2
  'c:chartSpace': words(
    'c:date1904 c:lang c:roundedCorners mc:AlternateContent c:style c:clrMapOvr c:pivotSource c:protection c:chart c:spPr c:txPr c:externalData c:printSettings c:userShapes c:extLst',
  ),
  'c:chart': words(
    'c:title c:autoTitleDeleted c:pivotFmts c:view3D c:floor c:sideWall c:backWall c:plotArea c:legend c:plotVisOnly c:dispBlanksAs c:extLst',
  ),
  'c:title': words('c:tx c:layout c:overlay c:spPr c:txPr'),
  'c:tx': words('c:strRef c:rich c:v'),
  'c:rich': words('a:bodyPr a:lstStyle a:p'),
  'c:txPr': words('a:bodyPr a:lstStyle a:p'),
  'c:legend': words('c:legendPos c:legendEntry c:layout c:overlay c:spPr c:txPr'),
  'c:radarChart': words('c:radarStyle c:varyColors c:ser c:dLbls c:axId'),
  'c:barChart': words('c:barDir c:grouping c:varyColors c:ser c:dLbls c:gapWidth c:overlap c:serLines c:axId'),
  'c:lineChart': words(
    'c:grouping c:varyColors c:ser c:dLbls c:dropLines c:hiLowLines c:upDownBars c:marker c:smooth c:axId',
  ),
  'c:scatterChart': words('c:scatterStyle c:varyColors c:ser c:dLbls c:axId'),
  'c:ser': words(
    'c:idx c:order c:tx c:spPr c:invertIfNegative c:marker c:dPt c:dLbls c:trendline c:errBars c:cat c:xVal c:val c:yVal c:smooth c:shape c:extLst',
  ),
  'c:marker': words('c:symbol c:size c:spPr'),
  'c:dPt': words('c:idx c:invertIfNegative c:marker c:bubble3D c:explosion c:spPr'),
  'c:dLbls': words(
    'c:dLbl c:delete c:numFmt c:spPr c:txPr c:dLblPos c:showLegendKey c:showVal c:showCatName c:showSerName c:showPercent c:showBubbleSize c:separator c:showLeaderLines c:leaderLines',
  ),
  'c:cat': words('c:multiLvlStrRef c:numRef c:numLit c:strRef c:strLit'),
  'c:strRef': words('c:f c:strCache'),
  'c:numRef': words('c:f c:numCache'),
  'c:strCache': words('c:ptCount c:pt'),
  'c:numCache': words('c:formatCode c:ptCount c:pt'),
  'c:pt': words('c:v'),
  'c:scaling': words('c:logBase c:orientation c:max c:min'),
  'c:catAx': words(
    'c:axId c:scaling c:delete c:axPos c:majorGridlines c:minorGridlines c:title c:numFmt c:majorTickMark c:minorTickMark c:tickLblPos c:spPr c:txPr c:crossAx c:crosses c:crossesAt c:auto c:lblAlgn c:lblOffset c:tickLblSkip c:tickMarkSkip c:noMultiLvlLbl',
  ),
  'c:valAx': words(
    'c:axId c:scaling c:delete c:axPos c:majorGridlines c:minorGridlines c:title c:numFmt c:majorTickMark c:minorTickMark c:tickLblPos c:spPr c:txPr c:crossAx c:crosses c:crossesAt c:crossBetween c:majorUnit c:minorUnit c:dispUnits',
  ),
  'c:majorGridlines': words('c:spPr'),
  'c:spPr': words('a:xfrm a:custGeom a:prstGeom a:noFill a:solidFill a:gradFill a:pattFill a:ln a:effectLst'),
  'a:ln': words('a:noFill a:solidFill a:gradFill a:prstDash a:custDash a:round a:bevel a:miter a:headEnd a:tailEnd'),
  'a:solidFill': words('a:srgbClr a:schemeClr a:sysClr'),
  'a:p': words('a:pPr a:r a:br a:fld a:endParaRPr'),
  'a:r': words('a:rPr a:t'),
  'a:pPr': words('a:defRPr'),
  'a:rPr': words('a:ln a:noFill a:solidFill a:effectLst a:latin a:ea a:cs a:sym a:hlinkClick'),
  'a:defRPr': words('a:ln a:noFill a:solidFill a:effectLst a:latin a:ea a:cs a:sym'),
};

/** Attributes that the standard knows and that the workbooks saved by Excel do not happen to have. */
export const SCHEMA_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  // 18.2.19: `visible` is what is meant without it.
  sheet: ['state'],
  workbookView: ['activeTab', 'firstSheet', 'tabRatio'],
  calcPr: ['fullCalcOnLoad'],
  sheetView: words('showGridLines zoomScale zoomScaleNormal'),
  sheetFormatPr: words('outlineLevelRow outlineLevelCol'),
  dataValidation: words('operator errorStyle errorTitle error'),
  xf: words('quotePrefix applyBorder applyAlignment'),
  // 18.3.1.40: a formula that cells share.
  f: words('t ref si'),
  numFmts: ['count'],
  numFmt: words('numFmtId formatCode'),
  protection: ['locked'],
  alignment: words('horizontal vertical wrapText indent'),
  pageSetUpPr: ['fitToPage'],
  // 18.3.2.7 and 18.3.1.14
  filterColumn: ['hiddenButton'],
  colBreaks: words('count manualBreakCount'),
  pageSetup: words('scale pageOrder fitToWidth fitToHeight horizontalDpi verticalDpi paperSize orientation'),
  // Elements of a chart that are a value and nothing else.
  'c:invertIfNegative': ['val'],
  'c:majorUnit': ['val'],
  'c:max': ['val'],
  'c:min': ['val'],
  'c:minorTickMark': ['val'],
  'c:noMultiLvlLbl': ['val'],
  'c:overlay': ['val'],
  'c:roundedCorners': ['val'],
  'c:smooth': ['val'],
  'c:tickLblSkip': ['val'],
  'a:bodyPr': words('rot vert'),
  'a:prstDash': ['val'],
  'a:latin': ['typeface'],
  'a:ln': words('w cap'),
  'a:rPr': words('lang sz b i'),
  'a:defRPr': words('sz b i'),
  'xdr:cNvPr': words('descr title'),
  'xdr:twoCellAnchor': ['editAs'],
  // Part 4, 14.1.2.19 and 14.1.2.22.
  'v:shape': ['strokecolor'],
  'v:textbox': ['inset'],
};
