import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { plainText } from '#dictionary/answer.ts'
import { useText } from '../text/text.tsx'
import { carryCases, carriedFiles } from './phone.ts'
import { usePhone } from './state.ts'

/** The cases on this device, one by one, and the way to leave one out: fewer cases are less in wrong hands. */
export function ChosenCases(props: { carried: number }) {
  const t = useText()
  const phone = usePhone()
  // What was not sent stays with its case.
  const unsent = new Set(phone.state === 'open' ? phone.waiting.map(({ change }) => change.case) : [])
  const { data: files } = useQuery({ queryKey: ['device', 'cases', props.carried], queryFn: carriedFiles })
  if (!files || files.length === 0) return null
  const without = (id: string) => carryCases(files.map(file => file.case.id).filter(each => each !== id))
  return (
    <details>
      <summary>{t('phone.which')}</summary>
      <ul className="lines">
        {files.map(file => {
          const number = plainText(file.case.content['number']) || t('phone.newCase')
          const name = [file.person?.content['givenNames'], file.person?.content['familyNames']]
            .map(plainText)
            .filter(Boolean)
            .join(' ')
          return (
            <li key={file.case.id} className="row ends">
              <span>
                <bdi>{name}</bdi> <span className="quiet">{number}</span>
              </span>
              {!unsent.has(file.case.id) && (
                <Button
                  size="xs"
                  variant="default"
                  aria-label={t('phone.leaveOutOf', { number })}
                  onClick={() => void without(file.case.id)}
                >
                  {t('phone.leaveOut')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </details>
  )
}
