// Hears notifications on a connection of its own, which is opened again when it breaks. What was told meanwhile is lost: whoever listens also
// looks by the clock.
import pg from 'pg'

export interface Listening { stop(): Promise<void> }

/** @param opened after each time it has begun to listen @throws when it cannot be opened the first time */
export async function listenTo(url: string, name: string, channels: readonly string[], { heard, opened }: { heard: (channel: string, payload: string) => void; opened: () => void }): Promise<Listening> {
  let client: pg.Client | null = null
  let stopped = false
  async function listen() {
    if (stopped) return
    const fresh = new pg.Client({ connectionString: url, application_name: name })
    const lost = () => { if (client === fresh) { client = null; if (!stopped) setTimeout(() => void listen().catch(() => {}), 500).unref() } }
    fresh.on('error', lost)
    fresh.on('end', lost)
    fresh.on('notification', (n) => heard(n.channel, n.payload ?? ''))
    client = fresh
    try {
      await fresh.connect()
      await fresh.query(channels.map((channel) => `listen ${channel}`).join('; '))
      opened()
    } catch (error) {
      lost()
      throw error
    }
  }
  await listen()
  return {
    async stop() {
      stopped = true
      await client?.end().catch(() => {})
    },
  }
}
