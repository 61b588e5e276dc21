import { createContext, useContext } from 'react'
import type { Me } from '../api/calls.ts'

export const SignedIn = createContext<Me | null>(null)

/** Who is signed in. Only inside the desk. */
export function useMe(): Me {
  const me = useContext(SignedIn)
  if (!me) throw new Error('useMe is for pages of the desk')
  return me
}
