import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import type { RecordView } from '#changes/change.ts'
import { fitting } from '#casework/directory/provider.ts'
import { plainText } from '#dictionary/answer.ts'
import { labelOf } from '#dictionary/dictionary.ts'
import { SayValue } from '../case/say-value.tsx'
import { Takes } from '../directory/provider-line.tsx'
import { useDirectory } from '../directory/use-directory.ts'
import { Refused } from '../session/problem.tsx'
import { useDictionary } from '../shell/words.ts'
import { Isolated } from '../text/fmt.tsx'
import { useLabels, useText } from '../text/text.tsx'

/** Who helps with what, while the caller is on the line: one box over names, towns, services and languages. */
export function Directory() {
  const t = useText()
  const d = useDictionary()
  const labels = useLabels()
  const [asked, setAsked] = useState('')
  const { providers, waiting, error } = useDirectory()
  const words = asked.toLowerCase().split(/\s+/).filter(Boolean)
  const told = (record: RecordView): string =>
    Object.entries(record.content)
      .flatMap(([field, value]) => {
        const name = d.recordTypes.get('provider')?.fields[field]?.list
        const codes = Array.isArray(value) ? value : [value]
        return codes.map(code => (name ? labelOf(d, name, String(code)) : String(code)))
      })
      .join(' ')
      .toLowerCase()
  const found = fitting(providers, {}).filter(record => words.every(word => told(record).includes(word)))
  return (
    <section className="section">
      <h2>{t('hotline.directory')}</h2>
      <TextInput
        aria-label={t('hotline.lookUp')}
        placeholder={t('hotline.lookUp')}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={asked}
        onChange={event => setAsked(event.currentTarget.value)}
      />
      <Refused error={error} />
      {!waiting && !error && providers.length === 0 && <p className="quiet">{labels.empty('provider')}</p>}
      {providers.length > 0 && found.length === 0 && <p className="quiet">{t('hotline.noProvider')}</p>}
      <ul className="contacts">
        {found.slice(0, words.length > 0 ? 8 : 4).map(record => (
          <li key={record.id}>
            <strong>
              <Isolated>{plainText(record.content.name)}</Isolated>
            </strong>
            {plainText(record.content.state) !== 'active' && <Takes provider={record} />}
            {shown.map(field => {
              const value = record.content[field]
              return value === undefined || value === null ? null : (
                <span key={field} className="small">
                  <SayValue type="provider" field={field} value={value} />
                </span>
              )
            })}
          </li>
        ))}
      </ul>
    </section>
  )
}

const shown = ['services', 'town', 'hours', 'contactLine', 'languages']
