import { useQuery, useQueryClient } from '@tanstack/react-query'
import * as calls from '../calls.ts'

export const useDictionaryState = () =>
  useQuery({ queryKey: ['administration', 'dictionary'], queryFn: calls.dictionary })

/** Publishes an addition over the version that this screen shows; forms and figures follow at once. */
export function usePublish(): (extension: Readonly<Record<string, unknown>>) => Promise<void> {
  const queries = useQueryClient()
  const state = useDictionaryState()
  return async extension => {
    await calls.publish(state.data?.version ?? 0, extension)
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['administration', 'dictionary'] }),
      queries.invalidateQueries({ queryKey: ['dictionary'] }),
      queries.invalidateQueries({ queryKey: ['figures'] }),
    ])
  }
}
