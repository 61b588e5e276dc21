import { useMemo } from 'react'
import { useMaybeText } from '../../text/text.tsx'

/** Roles and scopes in words. */
export function useGrantWords() {
  const maybe = useMaybeText()
  return useMemo(
    () => ({
      role: (id: string): string => maybe(`role.${id}`) ?? id,
      about: (id: string): string => maybe(`role.${id}.about`) ?? '',
      scope: (id: string): string => maybe(`scope.${id}`) ?? id,
      verb: (id: string): string => maybe(`verb.${id}`) ?? id,
    }),
    [maybe],
  )
}
