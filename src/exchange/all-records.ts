import type { RecordView } from '#changes/change.ts'
import { listRecords } from '#register/files.ts'
import type { Work } from '#register/work.ts'

const page = 1000

/** Every record of the given types that belongs to the office (or to any), as the actor may see it; ids in order. */
export async function allRecords(work: Work, types: readonly string[], office: string | null): Promise<RecordView[]> {
  const found: RecordView[] = []
  for (const type of types) {
    let after: string | undefined
    do {
      const { items, next } = await listRecords(work, { type, after, limit: page })
      for (const item of items) if (office === null || item.office === office || type === 'person') found.push(item)
      after = next ?? undefined
    } while (after !== undefined)
  }
  return found
}
