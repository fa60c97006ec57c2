/** All time zones the browser knows, as options; UTC first, which the list leaves out. */
export const timeZones = (): string[] => ['UTC', ...Intl.supportedValuesOf('timeZone')]
export const guessTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone
