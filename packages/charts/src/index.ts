/**
 * Results of metrics as charts, tables and words: one way of drawing for screens, mails and papers. Pure: no document, no React, no
 * clock; ECharts itself comes only with `@kontuar/charts/draw`. A builder answers the option and what is under each point; nothing is
 * shown of fewer answers than the metric is shown from, bars begin at zero, colour is never alone.
 */
export type { Bar, Cell, Change, Figure, Group, Mark, Metric, Point, Range, Read, Result, RowsWish, Rule, Step, Unit } from './result.ts'
export { shownValue } from './result.ts'
export { darkLook, lightLook, type Look } from './look.ts'
export type { ChartOption, Drawn, Frame, Hit } from './drawn.ts'
export { lineOption } from './options/line-option.ts'
export { barsOption, groupRule, orderGroups } from './options/bars-option.ts'
export { distributionOption } from './options/distribution-option.ts'
export { funnelOption, shareOfPrevious } from './options/funnel-option.ts'
export { cellName, heatOption } from './options/heat-option.ts'
export { networkOption, toneOf } from './options/network-option.ts'
export { weeksOption, type Week } from './options/weeks-option.ts'
export { chartKinds, drawnKind, drawTile, hasNoNames, hasNothing, hasOnlyFew, isChart, tableOfTile, type Around, type ChartKind, type DrawnTile, type TileKind } from './tiles/draw-tile.ts'
export { sparkline, type Sparkline } from './sparkline.ts'
export type { Spoken, Table, TableCell, TableColumn } from './tables/table.ts'
export { distributionTable, funnelTable, groupTable, heatTable, lineTable } from './tables/table-of.ts'
export { differenceRangeText, differenceText, figureText, marginText, rangeText, relativeText, tooFewText, valueText } from './text/figure-text.ts'
export { counted, differenceInSentence, valueInSentence, type Forms } from './text/sentence-figures.ts'
export { readChange, type ChangeSaid } from './text/read-change.ts'
export { durationText } from './text/duration-text.ts'
export { decimalText, percentText, wholeText, type Locale } from './text/numbers.ts'
export { axisDate, periodText, stretchText, weekdayName } from './text/dates.ts'
export { markOf, plainReportText, readTextBlocks, safeLink, type TextBlock, type Words } from './text/report-text.ts'
