// This browser as one that may be told by push: may it, is it, allow it, take it back. The subscription belongs to the
// browser, so what we remember of it stands in this browser too: its id on the server and whose it is.
import { getNotificationSettings, subscribePush, unsubscribePush } from '@kontuar/contracts'
import { api } from '../../api/api.ts'
import { queryClient } from '../../api/query-client.ts'
import { queryKeys } from '../../api/query-keys.ts'
import type { Me } from '@kontuar/contracts'
import { bytesOfKey, sameKey } from './push-key.ts'

const key = 'kontuar.push'
interface Kept { id: string; staffId: string }

/** `insecure`: the page did not come over https, so the browser has no push at all. */
export type PushAbility = 'insecure' | 'missing' | 'denied' | 'possible'

export function pushAbility(): PushAbility {
  if (!window.isSecureContext) return 'insecure'
  if (!('serviceWorker' in navigator) || !('PushManager' in window) || !('Notification' in window)) return 'missing'
  return Notification.permission === 'denied' ? 'denied' : 'possible'
}

export function keptSubscription(): Kept | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    return typeof kept === 'object' && kept !== null && 'id' in kept && 'staffId' in kept ? (kept as Kept) : null
  } catch {
    return null
  }
}
const keep = (kept: Kept | null) => {
  try {
    if (kept) localStorage.setItem(key, JSON.stringify(kept))
    else localStorage.removeItem(key)
  } catch {
    // Without memory the subscription still works; it can be taken off in the list of browsers.
  }
}
const me = () => queryClient.getQueryData<Me>(queryKeys.me)?.staff.id ?? ''

export class PushRefused extends Error {
  readonly why: 'denied' | 'no-service'
  constructor(why: 'denied' | 'no-service') {
    super(why)
    this.why = why
  }
}

/** Asks the person (the browser's own question) and tells the server. @throws PushRefused, ApiProblem */
export async function allowThisBrowser(publicKey: string): Promise<void> {
  if ((await Notification.requestPermission()) !== 'granted') throw new PushRefused('denied')
  const registration = await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' })
  await navigator.serviceWorker.ready
  const before = await registration.pushManager.getSubscription()
  // One made with another key would be refused by the push service.
  if (before && !sameKey(before.options.applicationServerKey, publicKey)) await before.unsubscribe()
  const subscription = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytesOfKey(publicKey) }).catch(() => {
    throw new PushRefused('no-service')
  })
  await announce(subscription)
}

async function announce(subscription: PushSubscription): Promise<void> {
  const { endpoint, keys } = subscription.toJSON()
  const { id } = await api(subscribePush, { body: { endpoint: endpoint!, keys: { p256dh: keys!['p256dh']!, auth: keys!['auth']! } } })
  keep({ id, staffId: me() })
}

const currentSubscription = async (): Promise<PushSubscription | null> =>
  pushAbility() === 'insecure' || pushAbility() === 'missing' ? null : ((await (await navigator.serviceWorker.getRegistration('/'))?.pushManager.getSubscription()) ?? null)

/** Before signing out, and when the person says so. The browser forgets even when the server cannot be reached. */
export async function forgetThisBrowser(): Promise<void> {
  const kept = keptSubscription()
  keep(null)
  await Promise.allSettled([
    kept && api(unsubscribePush, { params: { id: kept.id }, signal: AbortSignal.timeout(3000) }),
    currentSubscription().then((subscription) => subscription?.unsubscribe()),
  ])
}

/** Once a visit: another person's subscription ends here, one made with an old key is made anew. */
export async function renewThisBrowser(): Promise<void> {
  const kept = keptSubscription()
  const subscription = await currentSubscription()
  if (kept === null && subscription === null) return
  if (kept === null || subscription === null || kept.staffId !== me()) return forgetThisBrowser()
  const { push } = await api(getNotificationSettings)
  if (Notification.permission !== 'granted') return forgetThisBrowser()
  if (!sameKey(subscription.options.applicationServerKey, push.publicKey)) await allowThisBrowser(push.publicKey)
  // The service worker may have been given a new address while no page was open.
  else if (!push.browsers.some(({ id }) => id === kept.id)) await announce(subscription)
  else await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' })
}
