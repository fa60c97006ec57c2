// What other features show of reports.
export { reachQuery } from './data/report-queries.ts'
export { useReportBecause, useScheduleWords } from './words/use-report-words.ts'
