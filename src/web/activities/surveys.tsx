import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { boundsOfAtLeastOne } from '#casework/activity/survey.ts'
import type { RecordView } from '#changes/change.ts'
import { plainText } from '#dictionary/answer.ts'
import { SayValue } from '../case/say-value.tsx'
import { OfficeRecordDialog } from '../leads/record-list.tsx'
import { useList } from '../lists/use-list.ts'
import { Questionnaires } from '../surveys/questionnaires.tsx'
import { useLabels, useText } from '../text/text.tsx'
import { CardHead, useWritable } from './card-head.tsx'
import { OfficeRecords } from './office-records.tsx'

/** Surveys without names: whom they asked, and how many gave which answer. */
export function Surveys() {
  const t = useText()
  return (
    <div className="stack">
      <OfficeRecords type="survey" add={t('survey.new')}>
        {items => (
          <ul className="activities">
            {items.map(record => (
              <li key={record.id} data-survey={record.id}>
                <Survey survey={record} />
              </li>
            ))}
          </ul>
        )}
      </OfficeRecords>
    </div>
  )
}

function Survey({ survey }: { survey: RecordView }) {
  const t = useText()
  const [editing, setEditing] = useState<RecordView | 'answer' | null>(null)
  const results = useList('survey_result', { at: survey.id })
  const { content } = survey
  const writable = useWritable(survey)
  const title = plainText(content.title)
  const answers = results.items.map(({ record }) => record as RecordView)
  return (
    <article aria-label={title}>
      <CardHead record={survey} level="h2" onEdit={() => setEditing(survey)} />
      <p className="quiet small activity-about">
        <span>
          <SayValue type="survey" field="countries" value={content.countries} />
        </span>
        <span>
          <SayValue type="survey" field="from" value={content.from} />
        </span>
        <span>{t('survey.respondents', { n: typeof content.respondents === 'number' ? content.respondents : 0 })}</span>
      </p>
      <Questionnaires survey={survey} answers={answers} writable={writable} />
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
