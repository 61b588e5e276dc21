import type pg from 'pg'

/** What was sent in a transaction and not waited for, by its connection. */
const sent = new WeakMap<pg.ClientBase, Promise<unknown>[]>()

/**
 * Sends a statement of which nothing is wanted but that it succeeds. It is not waited for: what follows on the connection comes after it, and the
 * commit travels with it and fails when it fails. Each wait of a change costs more than most of its statements.
 */
export async function send(
  { client }: { readonly client: pg.ClientBase },
  query: pg.QueryConfig | string,
): Promise<void> {
  const answer = client.query(query)
  const collected = sent.get(client)
  if (!collected) {
    await answer
    return
  }
  answer.catch(() => undefined)
  collected.push(answer)
}

/** From now on, what is sent on this connection is answered by `commit`, where statements travel together. */
export function collectSent(client: pg.ClientBase & { readonly pipeline?: boolean }): void {
  if (client.pipeline) sent.set(client, [])
}

/** Ends the transaction. @throws what a sent statement failed with: nothing of the transaction was kept then. */
export async function commit(client: pg.ClientBase): Promise<void> {
  const answers = sent.get(client) ?? []
  sent.delete(client)
  const [ended] = await Promise.all([client.query('commit'), ...answers])
  // What the database answers where a statement failed before.
  if (ended.command !== 'COMMIT') throw new Error('The database took the transaction back.')
}

const aborted = '25P02'

/** The transaction is over without a commit. Gives why: behind a sent statement that failed, the others only say that something did. */
export async function giveUp(client: pg.ClientBase, error: unknown): Promise<unknown> {
  const answers = sent.get(client) ?? []
  sent.delete(client)
  if (!(error instanceof Error && 'code' in error && error.code === aborted)) return error
  const failed = (await Promise.allSettled(answers)).find(answer => answer.status === 'rejected')
  return failed?.reason ?? error
}
