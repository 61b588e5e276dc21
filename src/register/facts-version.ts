import { derivedTableList } from './fact-tables.ts'
import { rebuildFacts } from './facts.ts'
import type { Register } from './register.ts'

/** Raised with every change of what is derived from records: a register made before it is derived anew, once. */
const factsVersion = 3

/**
 * Derives the facts of an older register anew, so that no figure counts 0 where nobody looked yet. An empty register and one
 * that is up to date cost one question. Cut short, it begins again at the next start; two programs do not do it twice.
 */
export async function keepFactsCurrent(register: Register, say: (line: string) => void): Promise<void> {
  const client = await register.pool.connect()
  try {
    await client.query('select pg_advisory_lock(7231894402)')
    const { rows } = await client.query<{ version: number; filled: boolean }>(
      "select version, exists (select from record where type in ('case', 'aggregate', 'call', 'activity', 'project')) as filled from facts_made",
    )
    const [made] = rows
    if (made && made.version >= factsVersion) return
    if (made?.filled) {
      say('Working out what figures count anew, once after the update …')
      await rebuildFacts(register, { onProgress: done => say(`  ${done} cases`) })
      await client.query(`vacuum (analyze) service_sum, service_sum_new, ${derivedTableList}`)
    }
    await client.query('update facts_made set version = $1', [factsVersion])
  } finally {
    await client.query('select pg_advisory_unlock(7231894402)')
    client.release()
  }
}
