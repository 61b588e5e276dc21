import { plainText } from '#dictionary/answer.ts'
import { Button, Select } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { readChild } from '#casework/age.ts'
import { consentInForce } from '#casework/consent.ts'
import { inOrder, ofType } from '#casework/latest.ts'
import type { OpenCase } from '../case/use-case.ts'
import { creating, isSaved, newId, send } from '../api/push.ts'
import { localToday } from '../form/today.ts'
import { Refused } from '../session/problem.tsx'
import { useDictionary } from '../shell/words.ts'
import { PartialDate } from '../text/fmt.tsx'
import { useProblemText } from '../text/problem.ts'
import { useLabels, useMaybeText, useText } from '../text/text.tsx'
import { indicatorLists } from './topics.ts'

/** Go on where a sitting stopped, or begin; an indicator list is a choice, with where it comes from. */
export function BeginStep({ open }: { open: OpenCase }) {
  const t = useText()
  const labels = useLabels()
  const maybe = useMaybeText()
  const d = useDictionary()
  const go = useNavigate()
  const say = useProblemText()
  const [list, setList] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const lists = indicatorLists(d)
  const chosen = lists.find(each => each.key === list)
  const sittings = inOrder(ofType(open.file, 'screening'), 'startedOn').toReversed()
  const { lacks } = consentInForce(open.file, 'interview', { today: localToday() })

  const begin = async () => {
    setBusy(true)
    setError(null)
    setRefused(null)
    const today = localToday()
    const record = newId()
    const used = chosen
      ? { questionnaire: chosen.questionnaire.id, questionnaireVersion: chosen.questionnaire.version }
      : { questionnaire: 'screening_interview', questionnaireVersion: '1' }
    try {
      const set = { state: 'open', startedOn: today, lastSittingOn: today, sittings: 1, ...used }
      const [result] = await send([creating('screening', open.place, set, d.version, record)])
      if (isSaved(result)) {
        await go({ to: '/cases/$id/interview/$screening', params: { id: open.id, screening: record } })
      } else setRefused(result?.problems.map(say).join(' ') ?? '')
    } catch (refusal) {
      setError(refusal)
    } finally {
      setBusy(false)
    }
  }

  return (
    <div className="column reading-width">
      <h1>{labels.type('screening')}</h1>
      {lacks.length > 0 && (
        <div className="notice care">
          <IconAlertTriangle size={20} aria-hidden />
          <p>{t('begin.lacks', { who: lacks.map(who => t(`consent.lacks.${who}`)).join(', ') })}</p>
        </div>
      )}
      {sittings.length > 0 && (
        <section>
          <h2>{t('begin.earlier')}</h2>
          <ul className="rows">
            {sittings.map(({ id, content }) => (
              <li key={id}>
                <Link
                  to="/cases/$id/interview/$screening"
                  params={{ id: open.id, screening: id }}
                  className="row-button"
                >
                  <span>
                    {typeof content.startedOn === 'string' && <PartialDate value={content.startedOn} />}{' '}
                    <span className="quiet">
                      {t('begin.sittings', { count: typeof content.sittings === 'number' ? content.sittings : 1 })}
                    </span>
                  </span>
                  <span>{labels.code('screening_state', plainText(content.state ?? 'open'))}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>{t('begin.new')}</h2>
        <p>{t('begin.about')}</p>
        {readChild(open.file).child && <p>{t('reading.child')}</p>}
        <Select
          label={t('begin.list')}
          description={t('begin.listHelp')}
          placeholder={t('begin.noList')}
          clearable
          clearButtonProps={{ 'aria-label': t('form.clearChoice') }}
          data={lists.map(({ key, questionnaire }) => ({
            value: key,
            label: maybe(`questionnaire.${key}`) ?? questionnaire.title,
          }))}
          value={list}
          onChange={setList}
        />
        {chosen && (
          <p className="small quiet">
            {chosen.questionnaire.provenance} {!chosen.questionnaire.verified && t('begin.unverified')}
          </p>
        )}
        {refused !== null && (
          <div className="notice stop" role="alert">
            <p>{refused}</p>
          </div>
        )}
        <Refused error={error} />
        <div className="row">
          <Button loading={busy} onClick={() => void begin()}>
            {t('begin.do')}
          </Button>
          <Button variant="subtle" onClick={() => void go({ to: '/cases/$id', params: { id: open.id } })}>
            {t('interview.back')}
          </Button>
        </div>
      </section>
    </div>
  )
}
