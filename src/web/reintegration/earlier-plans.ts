import { useQueries } from '@tanstack/react-query'
import type { RecordView } from '#changes/change.ts'
import * as calls from '../api/calls.ts'
import type { OpenCase } from '../case/use-case.ts'

/** Plans of the person’s cases at other missions that were handed over to this reader. Nothing is asked for without such a case. */
export function useEarlierPlans(open: OpenCase): readonly RecordView[] {
  const cases = useQueries({
    queries: open.otherCases
      .filter(({ office }) => office !== open.file.case.office)
      .map(({ id }) => ({ queryKey: ['case', id], queryFn: () => calls.caseFile(id) })),
  })
  return cases
    .flatMap(({ data }) => (data?.records ?? []) as readonly RecordView[])
    .filter(({ type }) => type === 'plan')
}
