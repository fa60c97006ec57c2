/** The day of the calendar a moment lies in there, numbered from 1 January 1970. */
export const dayNumberOf = (at: number, zone: string): number => Date.parse(`${Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString()}T00:00:00Z`) / 86_400_000
