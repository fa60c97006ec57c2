// The service worker of the workspace: shows pushes and opens what they tell of. It stores nothing and answers no request,
// so a page is never older than the server. What a push carries: PushPayload in the contracts.
/* global self, clients */
self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('push', (event) => {
  let told = null
  try {
    told = event.data.json()
  } catch {
    // A browser that shows nothing for a push loses the right to be told: an unreadable one shows the name alone.
  }
  const known = told !== null && typeof told === 'object' && typeof told.title === 'string'
  const at = known ? Date.parse(told.at) : NaN
  event.waitUntil(
    self.registration.showNotification(known ? told.title : 'Kontuar', {
      tag: known ? String(told.tag) : 'kontuar',
      renotify: known && told.urgent === true,
      requireInteraction: known && told.urgent === true,
      ...(Number.isNaN(at) ? {} : { timestamp: at }),
      data: { url: known ? told.url : '/', notificationId: known ? told.notificationId : null },
    }),
  )
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(open(pathWithin(event.notification.data && event.notification.data.url)))
})

/** Only a path of ours, whatever the push said. */
function pathWithin(url) {
  try {
    const address = new URL(String(url), self.location.origin)
    return address.origin === self.location.origin ? address.pathname + address.search : '/'
  } catch {
    return '/'
  }
}

/** A window that is open goes there itself, without loading anew and losing what is being written. */
async function open(path) {
  const windows = await clients.matchAll({ type: 'window', includeUncontrolled: true })
  const window = windows.find((each) => each.focused) || windows.find((each) => each.visibilityState === 'visible') || windows[0]
  if (!window) return clients.openWindow(path)
  const focused = await window.focus().catch(() => window)
  if (await asks(focused, path)) return
  await focused.navigate(path).catch(() => clients.openWindow(path))
}

/** True when the page took it: one at the sign-in does not listen. */
function asks(window, path) {
  return new Promise((resolve) => {
    const channel = new MessageChannel()
    const patience = setTimeout(() => resolve(false), 800)
    channel.port1.onmessage = () => {
      clearTimeout(patience)
      resolve(true)
    }
    window.postMessage({ type: 'kontuar.open', url: path }, [channel.port2])
  })
}

// The push service gave the browser another address: the server is told, as long as the person is signed in.
self.addEventListener('pushsubscriptionchange', (event) => {
  const wished = event.oldSubscription && event.oldSubscription.options
  event.waitUntil(
    (async () => {
      const subscription = event.newSubscription || (wished ? await self.registration.pushManager.subscribe(wished) : null)
      if (!subscription) return
      await fetch('/api/v1/me/push-subscriptions', { method: 'POST', credentials: 'same-origin', headers: { 'content-type': 'application/json' }, body: JSON.stringify(subscription.toJSON()) })
    })(),
  )
})
