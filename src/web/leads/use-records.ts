import { useInfiniteQuery } from '@tanstack/react-query'
import type { RecordView } from '#changes/change.ts'
import * as calls from '../api/calls.ts'
import { useDictionary } from '../shell/words.ts'

/** Records of an office, the newest first. Only types that stand in worklists can be filtered. */
export function useRecords(type: string, filter: calls.ListFilter) {
  const filtered = useDictionary().recordTypes.get(type)?.list !== undefined
  const { data, error, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['records', type, filter],
    queryFn: async ({ pageParam }): Promise<{ items: readonly unknown[]; next: string | null }> => {
      const after = pageParam ?? undefined
      if (!filtered) return calls.records(type, after)
      const page = await calls.list(type, { ...filter, order: 'newest' }, after)
      return { items: page.items.map(({ record }) => record), next: page.next }
    },
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next,
  })
  return {
    items: (data?.pages ?? []).flatMap(page => page.items) as readonly RecordView[],
    filtered,
    error,
    waiting: !data && !error,
    more: hasNextPage ? () => void fetchNextPage() : null,
  }
}
