// The form of the settings and what is sent of it. Pure.
import type { BodyOf, ReadingSettings, changeReadingSettings } from '@kontuar/contracts'

export interface ReadingValues { on: boolean; topics: boolean; by: 'here' | 'endpoint'; url: string; model: string; secret: string }

/** The key never comes back to the screen. */
export const valuesOf = ({ on, topics, endpoint }: ReadingSettings): ReadingValues => ({ on, topics, by: endpoint === null ? 'here' : 'endpoint', url: endpoint?.url ?? '', model: endpoint?.model ?? '', secret: '' })

export const bodyOf = ({ on, topics, by, url, model, secret }: ReadingValues): BodyOf<typeof changeReadingSettings> => ({
  on, topics, endpoint: by === 'here' ? null : { url: url.trim(), model: model.trim(), ...(secret.trim() === '' ? {} : { secret: secret.trim() }) },
})

export type Fault = 'url' | 'model'
/** What a person can see to be wrong before the server has to say so. */
export const faultOf = (field: Fault, { by, url, model }: ReadingValues): Fault | null => {
  if (by === 'here') return null
  if (field === 'model') return model.trim() === '' ? 'model' : null
  return URL.canParse(url.trim()) && /^https?:$/.test(new URL(url.trim()).protocol) ? null : 'url'
}
