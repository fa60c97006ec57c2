// The wire between a browser and Kontuar, to be cut. It carries bytes and knows nothing of HTTP but where a request begins.
import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

export interface Wire {
  url: string
  cut(): void
  mend(): void
  /** The next request that begins so: `asked` when it has reached the server, `answered` instead of handing back the first byte of the answer. */
  once(begins: string, happens: { asked?(): void; answered?(): void }): void
  stop(): Promise<void>
}

/** @param to port of the server */
export async function layWire(to: number): Promise<Wire> {
  let isCut = false
  let waited: { begins: string; asked?(): void; answered?(): void } | null = null
  const ends = new Set<Socket>()
  const server = createServer((browser) => {
    if (isCut) return void browser.destroy()
    const kontuar = connect(to, '127.0.0.1')
    let watched: typeof waited = null
    for (const [end, other] of [[browser, kontuar], [kontuar, browser]] as const) {
      ends.add(end)
      end.on('error', () => other.destroy())
      end.on('close', () => {
        ends.delete(end)
        other.destroy()
      })
    }
    browser.on('data', (bytes) => {
      kontuar.write(bytes)
      if (waited === null || !bytes.toString('latin1').startsWith(waited.begins)) return
      watched = waited
      waited = null
      setTimeout(() => watched?.asked?.(), 5)
    })
    kontuar.on('data', (bytes) => {
      if (watched?.answered === undefined) return void browser.write(bytes)
      const { answered } = watched
      watched = null
      browser.destroy()
      answered()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut() {
      isCut = true
      for (const end of ends) end.destroy()
    },
    mend() { isCut = false },
    once(begins, happens) { waited = { begins, ...happens } },
    async stop() {
      for (const end of ends) end.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
