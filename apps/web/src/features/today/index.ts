// Today, beside a ticket too.
export { TodayPane } from './TodayPane.tsx'
