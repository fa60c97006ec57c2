import { QueryClient } from '@tanstack/react-query'
import { ApiProblem } from './problem.ts'

/** A refusal stays a refusal; only silence and a server that is starting are worth another try. */
const worthRetrying = (error: Error) => error instanceof ApiProblem && (error.code === 'unreachable' || error.status >= 502)

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // Live events say when something is old; this only limits how often a remount asks.
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      networkMode: 'always',
      retry: (failures, error) => failures < 2 && worthRetrying(error),
    },
    mutations: { networkMode: 'always', retry: false },
  },
})
