// The tablet itself: full screen, awake, offline, and no way out to other pages. Everything here is a wish that a browser may refuse.

/** Asked again at each touch, since people swipe it away; browsers allow it only there. */
export function fillScreen(): void {
  if (document.fullscreenElement === null) document.documentElement.requestFullscreen?.({ navigationUI: 'hide' }).catch(() => {})
}

export function stayAwake(): void {
  const ask = () => { if (document.visibilityState === 'visible') navigator.wakeLock?.request('screen').catch(() => {}) }
  document.addEventListener('visibilitychange', ask)
  ask()
}

/** "Back" of the system stays here; a long touch opens no menu; nothing is dragged out. */
export function stayHere(): void {
  history.pushState(null, '')
  addEventListener('popstate', () => history.pushState(null, ''))
  for (const name of ['contextmenu', 'dragstart']) addEventListener(name, (event) => event.preventDefault())
}

/** What the page needs without network is put aside; the worker serves it (worker.ts). */
export async function keepForOffline(assets: readonly string[]): Promise<void> {
  try {
    await navigator.storage?.persist?.()
    await navigator.serviceWorker.register('/k/worker.js', { scope: '/k/', updateViaCache: 'none' })
    const cache = await caches.open('kontuar-kiosk')
    const wanted = [location.pathname, ...assets]
    await Promise.all(wanted.map(async (path) => {
      if (path !== location.pathname && (await cache.match(path))) return
      const answer = await fetch(path)
      // An address that is no longer in use must not take the place of the page that says so.
      if (answer.ok) await cache.put(path, answer)
    }))
    // Scripts and logos of earlier pages.
    const keep = new Set(wanted.map((path) => new URL(path, location.href).href))
    for (const request of await cache.keys()) if (!keep.has(request.url) && !new URL(request.url).pathname.match(/^\/k\/[\w-]{22}$/)) await cache.delete(request)
  } catch {
    // Without a worker the page works as long as it stays open.
  }
}
