import { QueryClient } from '@tanstack/react-query'
import { RefusalError } from './client.ts'

/**
 * The only cache of personal data: this object, in memory. It is emptied when the screen locks and on signing out. Keys
 * carry ids and never names, because keys end up in developer tools and error reports.
 */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // Whether something answers is for the client to find out: a device may stand in for the network.
      networkMode: 'always',
      staleTime: 10_000,
      gcTime: 5 * 60_000,
      retry: (times, error) => times < 2 && error instanceof RefusalError && error.status === 0,
      refetchOnWindowFocus: true,
    },
    mutations: { retry: false, networkMode: 'always' },
  },
})
