import { useInfiniteQuery } from '@tanstack/react-query'
import * as calls from '../api/calls.ts'

export interface ShownList {
  readonly items: readonly calls.ListLine[]
  /** Name of a member of staff who is named in a line; empty when unknown. */
  staffName(id: string): string
  readonly error: unknown
  /** Nothing has arrived yet. */
  readonly waiting: boolean
  /** Fetches the next page; null when this is all. */
  readonly more: (() => void) | null
}

/** A worklist of one type, page by page. The key holds codes, days and ids only. */
export function useList(type: string, filter: calls.ListFilter): ShownList {
  const { data, error, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['list', type, filter],
    queryFn: ({ pageParam }) => calls.list(type, filter, pageParam ?? undefined),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next,
  })
  const people = Object.assign({}, ...(data?.pages ?? []).map(page => page.people)) as Record<string, string>
  return {
    staffName: id => people[id] ?? '',
    items: (data?.pages ?? []).flatMap(page => page.items),
    error,
    waiting: !data && !error,
    // Asked again while it is on its way, it is still one request.
    more: hasNextPage ? () => void fetchNextPage({ cancelRefetch: false }) : null,
  }
}
