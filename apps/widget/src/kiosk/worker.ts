/*
 * The service worker of kiosks (scope /k/): the newest page while there is a network, else the one put aside. What answers are sent goes
 * past it: the page itself holds them. It keeps nothing that a customer has said.
 */
interface FetchEvent extends Event { request: Request; respondWith(response: Promise<Response>): void; waitUntil(work: Promise<unknown>): void }
interface Worker { addEventListener(name: string, heard: (event: FetchEvent) => void): void; skipWaiting(): Promise<void>; clients: { claim(): Promise<void> } }
const worker = self as unknown as Worker

/** Longer than a slow answer, shorter than a customer's patience with a white screen. */
const patienceMs = 4_000

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))
worker.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin) return
  if (request.mode === 'navigate') event.respondWith(pageOf(request, url.pathname))
  else event.respondWith(asideFirst(request))
})

async function pageOf(request: Request, path: string): Promise<Response> {
  const cache = await caches.open('kontuar-kiosk')
  const answer = await fetch(request, { signal: AbortSignal.timeout(patienceMs) }).catch(() => null)
  if (answer?.ok) {
    await cache.put(path, answer.clone())
    return answer
  }
  // Also for an address that is no longer in use: the page put aside says so, and holds what it holds.
  return (await cache.match(path)) ?? answer ?? Response.error()
}

async function asideFirst(request: Request): Promise<Response> {
  const cache = await caches.open('kontuar-kiosk')
  return (await cache.match(request)) ?? fetch(request)
}
