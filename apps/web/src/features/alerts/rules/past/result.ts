import type { AlertBackTest } from '@kontuar/contracts'

export type Result = NonNullable<AlertBackTest['result']>
export type Item = Result['items'][number]
export type Incident = Result['incidents']['missed'][number]
