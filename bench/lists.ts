// Ticket list and ticket view at 100,000 tickets, beside one primary-key read through the same stack (the organization).
// Requests of all kinds alternate, so that a slow moment of the machine hits each alike.
import { fillTickets } from './ground/fill.ts'
import { ms, percentile, type Finding } from './ground/figures.ts'
import type { BenchServer } from './ground/server.ts'

export async function benchLists(server: BenchServer, rounds = 400): Promise<Finding[]> {
  await fillTickets(server.ownerUrl, 100_000)
  const get = async (path: string) => {
    const from = performance.now()
    const response = await fetch(`${server.url}/api/v1${path}`, { headers: { authorization: `Bearer ${server.token}` } })
    const body: unknown = await response.json()
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(body)}`)
    return { took: performance.now() - from, body }
  }
  const first = (await get('/tickets?limit=50')).body as { items: { id: string }[]; next: string }
  let deep = first.next
  for (let page = 0; page < 200; page++) deep = ((await get(`/tickets?limit=50&cursor=${deep}`)).body as { next: string }).next
  const some = (i: number) => first.items[i % first.items.length]!.id
  const kinds: Record<string, (i: number) => string[]> = {
    'primary-key read': () => ['/organization'],
    'list, first page of 50': () => ['/tickets?limit=50'],
    'list, active': () => ['/tickets?limit=50&statusCategory=active'],
    'list, page 200': () => [`/tickets?limit=50&cursor=${deep}`],
    'ticket view': (i) => [`/tickets/${some(i)}`],
    'timeline of a ticket': (i) => [`/tickets/${some(i)}/interactions`],
    'counters': () => ['/tickets/counts'],
  }
  const took: Record<string, number[]> = Object.fromEntries(Object.keys(kinds).map((k) => [k, []]))
  for (let i = 0; i < rounds + 50; i++) {
    for (const [kind, paths] of Object.entries(kinds)) {
      for (const path of paths(i)) {
        const { took: time } = await get(path)
        if (i >= 50) took[kind]!.push(time)
      }
    }
  }
  const reference = percentile(took['primary-key read']!, 0.95)
  return Object.entries(took).filter(([kind]) => kind !== 'primary-key read').map(([kind, sample]) => {
    const p95 = percentile(sample, 0.95)
    return { what: `${kind} at 100,000 tickets, p95`, figure: ms(p95), reference: `${ms(reference)}, primary-key read`, ratio: (p95 / reference).toFixed(2), wanted: '≤ 5', reached: p95 / reference <= 5 }
  })
}
