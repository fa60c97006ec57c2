// What other features show of tickets.
export { TicketStatus } from './marks/StatusMark.tsx'
export { AnswerLink } from './timeline/AnswerLink.tsx'
export { RatingWords } from './timeline/RatingWords.tsx'
export { byDay } from './timeline/days.ts'
export { DayLine } from './timeline/DayLine.tsx'
export { EntryTime } from './timeline/EntryTime.tsx'
export { eventWords } from './timeline/event-words.ts'
export { useEventNames } from './timeline/use-event-names.ts'
