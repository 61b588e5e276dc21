import { Button } from '@mantine/core'
import { IconPencil, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { boundsOfAtLeastOne } from '#casework/activity/survey.ts'
import type { RecordView } from '#changes/change.ts'
import { plainText } from '#dictionary/answer.ts'
import { SayValue } from '../case/say-value.tsx'
import { OfficeRecordDialog } from '../leads/record-list.tsx'
import { useList } from '../lists/use-list.ts'
import { Refused } from '../session/problem.tsx'
import { usePermissions, useWritingOffice } from '../shell/me.ts'
import { useMe } from '../shell/signed-in.ts'
import { Waiting } from '../shell/waiting.tsx'
import { Isolated } from '../text/fmt.tsx'
import { useLabels, useText } from '../text/text.tsx'

/** Surveys without names: whom they asked, and how many gave which answer. */
export function Surveys() {
  const t = useText()
  const labels = useLabels()
  const office = useWritingOffice('survey')
  const [adding, setAdding] = useState(false)
  const list = useList('survey', { order: 'newest' })
  return (
    <div className="stack">
      {office !== null && (
        <div>
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
            {t('survey.new')}
          </Button>
        </div>
      )}
      <Refused error={list.error} />
      {list.waiting && <Waiting lines={5} />}
      {!list.waiting && list.items.length === 0 && !list.error && (
        <div className="empty">
          <p>{labels.empty('survey')}</p>
        </div>
      )}
      <ul className="activities">
        {list.items.map(({ record }) => (
          <li key={record.id} data-survey={record.id}>
            <Survey survey={record as RecordView} />
          </li>
        ))}
      </ul>
      {list.more && (
        <div>
          <Button variant="default" onClick={list.more}>
            {t('more')}
          </Button>
        </div>
      )}
      {adding && office !== null && (
        <OfficeRecordDialog type="survey" seen={null} office={office} onClose={() => setAdding(false)} />
      )}
    </div>
  )
}

function Survey({ survey }: { survey: RecordView }) {
  const t = useText()
  const me = useMe()
  const permissions = usePermissions()
  const [editing, setEditing] = useState<RecordView | 'answer' | null>(null)
  const results = useList('survey_result', { at: survey.id })
  const { content } = survey
  const writable = permissions.writable('survey', { office: survey.office, own: survey.author === me.id }).has('open')
  const title = plainText(content.title)
  const answers = results.items.map(({ record }) => record as RecordView)
  return (
    <article aria-label={title}>
      <div className="row ends">
        <h2>
          <Isolated>{title}</Isolated>
        </h2>
        {writable && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPencil size={16} aria-hidden />}
            aria-label={t('activity.editOf', { title })}
            onClick={() => setEditing(survey)}
          >
            {t('activity.edit')}
          </Button>
        )}
      </div>
      <p className="quiet small activity-about">
        <span>
          <SayValue type="survey" field="countries" value={content.countries} />
        </span>
        <span>
          <SayValue type="survey" field="from" value={content.from} />
        </span>
        <span>{t('survey.respondents', { n: typeof content.respondents === 'number' ? content.respondents : 0 })}</span>
      </p>
      <Answers answers={answers} title={title} onOpen={writable ? setEditing : null} />
      {writable && (
        <div>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={16} aria-hidden />}
            aria-label={t('survey.addAnswerTo', { title })}
            onClick={() => setEditing('answer')}
          >
            {t('survey.addAnswer')}
          </Button>
        </div>
      )}
      {editing !== null && (
        <OfficeRecordDialog
          type={editing === 'answer' ? 'survey_result' : editing.type}
          seen={editing === 'answer' ? null : editing}
          office={survey.office}
          initial={editing === 'answer' ? { survey: survey.id } : {}}
          hide={['survey']}
          onClose={() => setEditing(null)}
        />
      )}
    </article>
  )
}

function Answers(props: {
  answers: readonly RecordView[]
  title: string
  onOpen: ((answer: RecordView) => void) | null
}) {
  const t = useText()
  const labels = useLabels()
  const { answers } = props
  if (answers.length === 0) return <p className="quiet">{labels.empty('survey_result')}</p>
  const said = (value: unknown) => (typeof value === 'number' ? value : 0)
  const signs = answers.filter(({ content }) => content.proxy === 'yes')
  const of = Math.max(0, ...signs.map(({ content }) => said(content.of)))
  const bounds = boundsOfAtLeastOne(
    signs.map(({ content }) => ({ count: said(content.count) })),
    of,
  )
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by key (WCAG 2.1.1) */}
      <div className="scrolls" role="region" aria-label={t('survey.answersOf', { title: props.title })} tabIndex={0}>
        <table className="compare">
          <thead>
            <tr>
              <th scope="col">{labels.field('survey_result', 'question')}</th>
              <th scope="col">{labels.field('survey_result', 'answer')}</th>
              <th scope="col" className="end">
                {labels.field('survey_result', 'count')}
              </th>
              <th scope="col" className="end">
                {labels.field('survey_result', 'of')}
              </th>
            </tr>
          </thead>
          <tbody>
            {answers.map(answer => (
              <tr key={answer.id}>
                <td>
                  {props.onOpen === null ? (
                    <SayValue type="survey_result" field="question" value={answer.content.question} />
                  ) : (
                    <button type="button" className="link-like" onClick={() => props.onOpen?.(answer)}>
                      <SayValue type="survey_result" field="question" value={answer.content.question} />
                    </button>
                  )}
                </td>
                <td>
                  <SayValue type="survey_result" field="answer" value={answer.content.answer} />
                </td>
                <td className="end">{t('survey.n', { n: said(answer.content.count) })}</td>
                <td className="end">{t('survey.n', { n: said(answer.content.of) })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {bounds && (
        <p className="notice">
          {bounds.least === bounds.most
            ? t('survey.atLeastOne', { n: bounds.least, of })
            : t('survey.atLeastOneBetween', { least: bounds.least, most: bounds.most, of })}
        </p>
      )}
    </>
  )
}
