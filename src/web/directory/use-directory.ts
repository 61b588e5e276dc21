import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { RecordView } from '#changes/change.ts'
import { call } from '../api/client.ts'

interface Page {
  readonly items: readonly { readonly record: RecordView }[]
  readonly next: string | null
}

/** The service directory: every organisation in use, all offices. Read once and filtered on this device. */
export interface Directory {
  readonly providers: readonly RecordView[]
  readonly error: unknown
  /** Nothing has arrived yet. */
  readonly waiting: boolean
  /** An organisation by its id; null when it is unknown or ended. */
  byId(id: unknown): RecordView | null
}

export function useDirectory(): Directory {
  const { data, error } = useQuery({ queryKey: ['list', 'provider', 'all'], queryFn: everybody, staleTime: 60_000 })
  return useMemo(() => {
    const providers = data?.records ?? []
    return {
      providers,
      error,
      waiting: !data && !error,
      byId: id => providers.find(provider => provider.id === id) ?? null,
    }
  }, [data, error])
}

async function everybody(): Promise<{ records: readonly RecordView[] }> {
  const records: RecordView[] = []
  let after: string | null = null
  do {
    const asked = new URLSearchParams({ open: 'yes', limit: '200', ...(after === null ? {} : { after }) })
    const page: Page = await call<Page>('GET', `lists/provider?${asked.toString()}`)
    records.push(...page.items.map(({ record }) => record))
    after = page.next
  } while (after !== null)
  return { records }
}
