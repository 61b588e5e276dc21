import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { isReviewed } from '#dictionary/translated.ts'
import { languageOf, languages } from '../text/languages.ts'
import { useText, useTextIn } from '../text/text.tsx'
import { useTexts } from '../text/use-texts.ts'

const sentences = [
  'read.who',
  'read.why',
  'read.choice',
  'read.access',
  'read.numbers',
  'read.kept',
  'read.back',
  'read.question',
] as const

/** The notice before an interview in the person's own language, large enough to be shown. `spoken`: code of that language. */
export function ReadAloud({ spoken }: { spoken: string | null }) {
  const t = useText()
  const [chosen, setChosen] = useState<string | null>(null)
  const wanted = chosen ?? spoken
  const language = languageOf(wanted)
  const say = useTextIn(language.code)
  const texts = useTexts(language.code)
  const unread = texts !== null && sentences.some(key => !isReviewed(texts.app, key))
  const missing = chosen === null && wanted !== null && language.code !== wanted
  return (
    <section className="sheet stack read-aloud">
      <h2>{t('read.title')}</h2>
      <NativeSelect
        label={t('read.language')}
        value={language.code}
        data={languages.map(each => ({ value: each.code, label: each.name }))}
        onChange={event => setChosen(event.currentTarget.value)}
      />
      {missing && <p className="quiet">{t('read.missing')}</p>}
      {unread && <p className="quiet">{t('read.unreviewed')}</p>}
      <div lang={language.code} dir={language.dir}>
        {sentences.map(key => (
          <p key={key}>{say(key)}</p>
        ))}
      </div>
    </section>
  )
}
