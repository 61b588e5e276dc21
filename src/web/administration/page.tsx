import { usePageKind } from '../shell/title.ts'

export function AdministrationPage() {
  usePageKind('title.administration')
  return null
}
