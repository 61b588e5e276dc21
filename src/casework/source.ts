import type { RecordView } from '#changes/change.ts'

/**
 * Where a case came from decides what may be asked of it. A case file is ours; the other routes hold what somebody else
 * recorded: it is counted as it was asserted, and opens no work here.
 */
const assertedRoutes: ReadonlySet<unknown> = new Set(['core_variables', 'counted_total', 'outside_source'])

/** Code of `record_route`; a case without one is a case file. */
export const routeOf = (record: RecordView): string => {
  const { route } = record.content
  return typeof route === 'string' ? route : record.type === 'aggregate' ? 'counted_total' : 'case_file'
}

/** True when an outside source asserts the content and nobody here can complete it. */
export const isAsserted = (record: RecordView): boolean => assertedRoutes.has(routeOf(record))
