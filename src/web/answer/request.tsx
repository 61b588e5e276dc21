import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Value } from '#dictionary/answer.ts'
import { isReserved, plainText } from '#dictionary/answer.ts'
import { fieldOf } from '#dictionary/dictionary.ts'
import { AnswerDialog } from '../referrals/answer-dialog.tsx'
import type { Answer, PartnerView } from '../referrals/calls.ts'
import { Done } from '../session/done.tsx'
import { useDictionary } from '../shell/words.ts'
import { Isolated, Name, PartialDate } from '../text/fmt.tsx'
import { useLabels, useText } from '../text/text.tsx'
import './answer.css'

/** Who asks for what, what they share, and the answer. */
export function Request({ view, onAnswer }: { view: PartnerView; onAnswer: (said: Answer) => Promise<void> }) {
  const t = useText()
  const labels = useLabels()
  const [closing, setClosing] = useState<'declined' | 'done' | null>(null)
  const [busy, setBusy] = useState(false)
  const accepted = view.state === 'accepted'
  const accept = async () => {
    setBusy(true)
    await onAnswer({ state: 'accepted' })
    setBusy(false)
  }
  return (
    <>
      <p>
        {t('answer.asks', {
          from: view.from,
          need: labels.code('service_type', view.need ?? ''),
        })}
      </p>
      {view.fields.length > 0 && (
        <dl className="shared-answers">
          {view.fields.map(({ type, field, value }) => (
            <div key={`${type}.${field}`}>
              <dt>{field === 'details' ? t('answer.message') : labels.field(type, field)}</dt>
              <dd>
                <Shared type={type} field={field} value={value as Value} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p className="quiet small">{t('answer.keep')}</p>
      <div role="status">{accepted && <Done text={t('answer.accepted')} />}</div>
      <div className="stack">
        {!accepted && (
          <Button loading={busy} onClick={() => void accept()}>
            {t('answer.accept')}
          </Button>
        )}
        {accepted && <Button onClick={() => setClosing('done')}>{t('referral.given')}</Button>}
        <Button variant="default" onClick={() => setClosing('declined')}>
          {t(accepted ? 'answer.cannot' : 'referral.decline')}
        </Button>
      </div>
      {closing && <AnswerDialog state={closing} onAnswer={onAnswer} onClose={() => setClosing(null)} />}
    </>
  )
}

/** A shared answer in words. There are no staff, offices or other records here that it could name. */
function Shared(props: { type: string; field: string; value: Value }) {
  const d = useDictionary()
  const labels = useLabels()
  const { value } = props
  const field = fieldOf(d, props.type, props.field)
  if (isReserved(value)) return <span className="quiet">{labels.answer(value)}</span>
  const said = [value].flat().map(each => plainText(each as string))
  if (field?.kind === 'code' || field?.kind === 'codes')
    return said.map(code => labels.code(field.list ?? '', code)).join(', ')
  if (field?.kind === 'date') return <PartialDate value={said[0] ?? ''} />
  if (field?.class === 'identity') return <Name>{said.join(' ')}</Name>
  return <Isolated className="free-text">{said.join(' ')}</Isolated>
}
