/*
 * Charts as the spreadsheet's own, beside the numbers they are drawn from: parts of the file after ECMA-376 (DrawingML charts), added through
 * the hooks write-excel-file documents for this ("features"). excelize-wasm was measured and rejected: docs/adr/0031-typesetting.md.
 */
/** Of columns of the sheet it stands on; rows and columns are counted from 0. */
export interface NativeChart {
  kind: 'line' | 'bars' | 'columns'
  title: string
  sheet: string
  /** First and last row with values. */
  rows: readonly [number, number]
  /** Column of the names or dates. */
  names: number
  namesAreDates: boolean
  /** An axis of dates knows days; hours stand beside each other like names. */
  hours?: boolean
  series: readonly { head: number; column: number; values: readonly (number | null)[]; name: string; dashed?: boolean }[]
  labels: readonly (string | number)[]
  format: string
  /** Where its upper left corner stands. */
  at: { column: number; row: number }
  /** In rows of the sheet. */
  high: number
}

const colours = ['0F5C59', 'B0760F', '6D4FB0'] as const
const letters = (column: number): string => (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26))
/** Nothing that XML 1.0 cannot hold. */
const xml = (text: string): string => text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!)
const reference = (sheet: string, column: number, from: number, to = from) => xml(`'${sheet.replaceAll("'", "''")}'!$${letters(column)}$${from + 1}${to === from ? '' : `:$${letters(column)}$${to + 1}`}`)

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const drawings = 'http://schemas.openxmlformats.org/drawingml/2006'

/** @param charts by the index of their sheet; at most one a sheet */
export function nativeCharts(charts: ReadonlyMap<number, NativeChart>) {
  const numbered = [...charts].map(([sheet, chart], index) => ({ sheet, chart, number: index + 1 }))
  const of = (sheetIndex: number) => numbered.find(({ sheet }) => sheet === sheetIndex)
  return {
    files: {
      transform: {
        '[Content_Types].xml': { insert: () => numbered.map(({ number }) => `<Override PartName="/xl/charts/reportChart${number}.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/><Override PartName="/xl/drawings/reportDrawing${number}.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/>`).join('') },
        'xl/worksheets/sheet{id}.xml': { insert: (_options: unknown, { sheetIndex }: { sheetIndex: number }) => (of(sheetIndex) ? `<drawing xmlns:r="${relationships}" r:id="rIdReportChart"/>` : undefined) },
        'xl/worksheets/_rels/sheet{id}.xml.rels': { insert: (_options: unknown, { sheetIndex }: { sheetIndex: number }) => { const found = of(sheetIndex); return found ? `<Relationship Id="rIdReportChart" Type="${relationships}/drawing" Target="../drawings/reportDrawing${found.number}.xml"/>` : undefined } },
      },
      write: {
        files: () => Object.fromEntries(numbered.flatMap(({ chart, number }) => [
          [`xl/charts/reportChart${number}.xml`, chartXml(chart)],
          [`xl/drawings/reportDrawing${number}.xml`, drawingXml(chart, number)],
          [`xl/drawings/_rels/reportDrawing${number}.xml.rels`, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationships}/chart" Target="../charts/reportChart${number}.xml"/></Relationships>`],
        ])),
      },
    },
  }
}

function drawingXml({ at, title, high }: NativeChart, number: number): string {
  const corner = (name: string, column: number, row: number) => `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><xdr:wsDr xmlns:xdr="${drawings}/spreadsheetDrawing" xmlns:a="${drawings}/main"><xdr:twoCellAnchor>${corner('from', at.column, at.row)}${corner('to', at.column + 8, at.row + high)}<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${number + 1}" name="${xml(`Chart ${number}`)}" descr="${xml(title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${drawings}/chart"><c:chart xmlns:c="${drawings}/chart" xmlns:r="${relationships}" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`
}

/** With a copy of the values, which programs show before they read the sheet. */
function chartXml({ kind, title, sheet, rows: [from, to], names, namesAreDates, hours = false, series, labels, format }: NativeChart): string {
  const points = <T>(values: readonly T[], write: (value: NonNullable<T>) => string) => `<c:ptCount val="${values.length}"/>${values.map((value, index) => (value === null || value === undefined ? '' : `<c:pt idx="${index}"><c:v>${write(value)}</c:v></c:pt>`)).join('')}`
  const categories = namesAreDates
    ? `<c:numRef><c:f>${reference(sheet, names, from, to)}</c:f><c:numCache><c:formatCode>${hours ? 'yyyy\\-mm\\-dd hh:mm' : 'yyyy\\-mm\\-dd'}</c:formatCode>${points(labels, String)}</c:numCache></c:numRef>`
    : `<c:strRef><c:f>${reference(sheet, names, from, to)}</c:f><c:strCache>${points(labels, (label) => xml(String(label)))}</c:strCache></c:strRef>`
  const drawn = series.map(({ head, column, values, name, dashed }, index) => {
    const colour = colours[index % colours.length]!
    const line = `<a:ln w="25400"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>${dashed ? '<a:prstDash val="dash"/>' : ''}</a:ln>`
    return `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:strRef><c:f>${reference(sheet, column, head)}</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${xml(name)}</c:v></c:pt></c:strCache></c:strRef></c:tx><c:spPr>${kind === 'line' ? line : `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`}</c:spPr>${kind === 'line' ? '<c:marker><c:symbol val="none"/></c:marker>' : '<c:invertIfNegative val="0"/>'}<c:cat>${categories}</c:cat><c:val><c:numRef><c:f>${reference(sheet, column, from, to)}</c:f><c:numCache><c:formatCode>${xml(format)}</c:formatCode>${points(values, String)}</c:numCache></c:numRef></c:val>${kind === 'line' ? '<c:smooth val="0"/>' : ''}</c:ser>`
  }).join('')
  const plot = kind === 'line'
    ? `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${drawn}<c:marker val="1"/><c:axId val="1"/><c:axId val="2"/></c:lineChart>`
    : `<c:barChart><c:barDir val="${kind === 'bars' ? 'bar' : 'col'}"/><c:grouping val="clustered"/><c:varyColors val="0"/>${drawn}<c:gapWidth val="${kind === 'bars' ? 50 : 8}"/><c:axId val="1"/><c:axId val="2"/></c:barChart>`
  const nameAxis = namesAreDates && !hours
    ? '<c:dateAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="yyyy\\-mm\\-dd" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:crossAx val="2"/><c:crosses val="autoZero"/></c:dateAx>'
    // The first row stands on top, as in the table.
    : `<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="${kind === 'bars' ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/><c:axPos val="${kind === 'bars' ? 'l' : 'b'}"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:crossAx val="2"/><c:crosses val="autoZero"/></c:catAx>`
  const valueAxis = `<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="${kind === 'bars' ? 'b' : 'l'}"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="E8E3DB"/></a:solidFill></a:ln></c:spPr></c:majorGridlines><c:numFmt formatCode="${xml(format)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="1"/><c:crosses val="${kind === 'bars' ? 'max' : 'autoZero'}"/></c:valAx>`
  const heading = `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1200" b="1"/></a:pPr><a:r><a:rPr lang="en" sz="1200" b="1"/><a:t>${xml(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><c:chartSpace xmlns:c="${drawings}/chart" xmlns:a="${drawings}/main" xmlns:r="${relationships}"><c:roundedCorners val="0"/><c:chart>${heading}<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${plot}${nameAxis}${valueAxis}</c:plotArea>${series.length > 1 ? '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>' : ''}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`
}
