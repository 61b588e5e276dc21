import { Menu } from '@mantine/core'
import { IconCheck, IconLanguage } from '@tabler/icons-react'
import { isReviewed } from '#dictionary/translated.ts'
import * as calls from '../api/calls.ts'
import { languageOf, languages } from '../text/languages.ts'
import { useText } from '../text/text.tsx'
import { useTexts } from '../text/use-texts.ts'
import { prefer } from './preferences.ts'
import { useScreenLanguage } from './screen-language.ts'

/** The languages of the app, each in its own words; the choice holds here at once, and for the account. */
export function LanguageItems() {
  const t = useText()
  const { code } = useScreenLanguage()
  const texts = useTexts(languageOf(code).code)
  const unread = texts !== null && Object.keys(texts.app.texts).some(key => !isReviewed(texts.app, key))
  const choose = (language: string) => {
    prefer({ language })
    // Offline the choice holds on this screen; letters go on in the account's language.
    void calls.speak(language).catch(() => undefined)
  }
  return (
    <>
      <Menu.Label>{t('language.label')}</Menu.Label>
      {languages.map(each => (
        <Menu.Item
          key={each.code}
          lang={each.code}
          dir={each.dir}
          aria-current={each.code === code}
          leftSection={each.code === code ? <IconCheck size={18} /> : <IconLanguage size={18} />}
          onClick={() => choose(each.code)}
        >
          {each.name}
        </Menu.Item>
      ))}
      {unread && <p className="menu-note">{t('language.unreviewed')}</p>}
    </>
  )
}
