import { isAnswered, plainText } from '#dictionary/answer.ts'
import type { Content } from '#dictionary/answer.ts'
import { useLabels } from '../text/text.tsx'

/** What to call a project (its code) or a fund (its kind). */
export function useSourceName(): (source: { readonly type: string; readonly content: Content }) => string {
  const labels = useLabels()
  return ({ type, content: { code, name } }) => {
    if (type === 'fund' && isAnswered(code)) return labels.code('fund', plainText(code))
    return [code, name].filter(isAnswered).map(plainText).join(' · ') || labels.type(type)
  }
}
