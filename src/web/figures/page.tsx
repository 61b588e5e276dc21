import { usePageKind } from '../shell/title.ts'

export function FiguresPage() {
  usePageKind('title.figures')
  return null
}
