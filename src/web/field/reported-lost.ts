import { dropBox, openStore } from './store.ts'

/**
 * Asks at the start, for every locked box, whether its device was reported lost, and removes the box if so: nobody has to
 * open it for that. Says nothing when there is no network.
 */
export async function forgetIfLost(): Promise<void> {
  const store = await openStore()
  for (const { id, token } of await store.getAll('box')) {
    const reply = await fetch('/api/health', { headers: { 'x-waymark-device': token }, cache: 'no-store' }).catch(
      () => null,
    )
    if (reply?.status !== 403) continue
    const refusal = (await reply.json().catch(() => null)) as { code?: string } | null
    if (refusal?.code === 'device_revoked') await dropBox(store, id)
  }
}
