/*
 * Answers on the tablet until the server has said that each is safe. IndexedDB survives a reload, a closed browser and an empty battery;
 * where a browser refuses it (private windows) the memory of the page stands in, and the answers live as long as the page.
 */
import type { Values } from '@kontuar/survey'

export interface Held {
  key: string
  kiosk: string
  survey: string
  version: number
  language: string
  values: Values
  at: number
  finished: boolean
  /** Somebody may still be answering; until when, by the tablet's clock. 0: it is closed. */
  openUntil: number
  /** Rises with each change, so that what changed while it was being sent is kept. */
  revision: number
  /** Why the server does not take it; kept, and tried again when the page is loaded anew. */
  refused?: string
}

export interface Queue {
  put(held: Held): Promise<void>
  all(kiosk: string): Promise<Held[]>
  /** Unless it has changed meanwhile. */
  forget(key: string, revision: number): Promise<void>
}

const store = 'answers'

export async function openQueue(): Promise<Queue> {
  try {
    return withSpare(overDatabase(await open()), inMemory())
  } catch {
    return inMemory()
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('kontuar-kiosk', 1)
    request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath: 'key' }).createIndex('kiosk', 'kiosk')
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('refused'))
  })
}

function overDatabase(database: IDBDatabase): Queue {
  const write = (work: (answers: IDBObjectStore) => void) => new Promise<void>((resolve, reject) => {
    // Strict: on the disk before "thank you" is said.
    const transaction = database.transaction(store, 'readwrite', { durability: 'strict' })
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new Error('aborted'))
    work(transaction.objectStore(store))
  })
  return {
    put: (held) => write((answers) => answers.put(held)),
    all: (kiosk) => new Promise((resolve, reject) => {
      const request = database.transaction(store).objectStore(store).index('kiosk').getAll(kiosk)
      request.onsuccess = () => resolve(request.result as Held[])
      request.onerror = () => reject(request.error ?? new Error('unreadable'))
    }),
    forget: (key, revision) => write((answers) => {
      const request = answers.get(key)
      request.onsuccess = () => { if ((request.result as Held | undefined)?.revision === revision) answers.delete(key) }
    }),
  }
}

/** A disk that is full must not keep the next customer from answering. */
function withSpare(first: Queue, spare: Queue): Queue {
  return {
    put: (held) => first.put(held).catch(() => spare.put(held)),
    all: async (kiosk) => [...(await first.all(kiosk).catch(() => [])), ...(await spare.all(kiosk))],
    forget: async (key, revision) => {
      await first.forget(key, revision).catch(() => {})
      await spare.forget(key, revision)
    },
  }
}

export function inMemory(): Queue {
  const answers = new Map<string, Held>()
  return {
    put: async (held) => void answers.set(held.key, structuredClone(held)),
    all: async (kiosk) => [...answers.values()].filter((held) => held.kiosk === kiosk).map((held) => structuredClone(held)),
    forget: async (key, revision) => { if (answers.get(key)?.revision === revision) answers.delete(key) },
  }
}
