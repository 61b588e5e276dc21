/**
 * Keeps the app itself for places without a network: the files of one build and nothing else. Answers of the API never pass
 * through here, so no cache of the browser ever holds a word about a person. A new build waits until every page of the old
 * one is closed: nobody's form changes under their hands.
 */
interface Waits extends Event {
  waitUntil(done: Promise<unknown>): void
}
interface Fetches extends Waits {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}
interface Worker {
  readonly location: Location
  readonly clients: { claim(): Promise<void> }
  addEventListener(type: 'install' | 'activate', run: (event: Waits) => void): void
  addEventListener(type: 'fetch', run: (event: Fetches) => void): void
}

// Written by the build (vite.config.ts): names of all files, and a name for this set of them.
declare const __FILES__: readonly string[]
declare const __BUILD__: string

const worker = self as unknown as Worker
const page = '/index.html'

worker.addEventListener('install', event => {
  event.waitUntil(caches.open(__BUILD__).then(cache => cache.addAll([...__FILES__])))
})

worker.addEventListener('activate', event => {
  const old = caches
    .keys()
    .then(names => Promise.all(names.filter(name => name !== __BUILD__).map(name => caches.delete(name))))
  event.waitUntil(old.then(() => worker.clients.claim()))
})

worker.addEventListener('fetch', event => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== worker.location.origin || pathname.startsWith('/api')) return
  const kept = request.mode === 'navigate' ? page : pathname
  event.respondWith(
    caches
      .open(__BUILD__)
      .then(cache => cache.match(kept))
      .then(found => found ?? fetch(request)),
  )
})
