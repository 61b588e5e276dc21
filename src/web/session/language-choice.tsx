import { NativeSelect } from '@mantine/core'
import { languages } from '../text/languages.ts'
import { useText } from '../text/text.tsx'
import { prefer } from './preferences.ts'
import { useScreenLanguage } from './screen-language.ts'

/** Before anybody has signed in: the language of this screen. */
export function LanguageChoice() {
  const t = useText()
  const { code } = useScreenLanguage()
  return (
    <NativeSelect
      label={t('language.label')}
      value={code}
      data={languages.map(each => ({ value: each.code, label: each.name }))}
      onChange={event => prefer({ language: event.currentTarget.value })}
    />
  )
}
