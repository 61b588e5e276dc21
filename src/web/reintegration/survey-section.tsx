import { Button } from '@mantine/core'
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react'
import { inOrder, ofType } from '#casework/latest.ts'
import { scoresOf } from '#casework/reintegration/survey.ts'
import { sustainability } from '#dictionary/data/sustainability.ts'
import { SayValue } from '../case/say-value.tsx'
import type { OpenCase } from '../case/use-case.ts'
import { localToday } from '../form/today.ts'
import { useText } from '../text/text.tsx'
import type { Edit } from './edit.ts'

const columns = ['composite', 'economic', 'social', 'psychosocial'] as const

/** Scores over time: a small line, and the same numbers as a table. */
export function SurveySection({ open, onEdit }: { open: OpenCase; onEdit: Edit }) {
  const t = useText()
  const asked = inOrder(ofType(open.file, 'sustainability_survey'), 'askedOn').map(record => ({
    record,
    scores: scoresOf(record.content),
  }))
  return (
    <section>
      <h2>{t('reintegration.survey')}</h2>
      {!sustainability.verified && (
        <p className="meaning care">
          <IconAlertTriangle size={18} aria-hidden /> {t('reintegration.surveyUnverified')}
        </p>
      )}
      {asked.length === 0 ? (
        <p className="quiet">{t('reintegration.surveyEmpty')}</p>
      ) : (
        <>
          <p className="quiet small">{t('reintegration.surveyAbout')}</p>
          <Line scores={asked.map(({ scores }) => scores.composite)} label={t('reintegration.surveyChart')} />
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by key (WCAG 2.1.1) */}
          <div className="scrolls" role="region" aria-label={t('reintegration.surveyTable')} tabIndex={0}>
            <table className="compare scores">
              <thead>
                <tr>
                  <th scope="col">{t('reintegration.survey')}</th>
                  {columns.map(each => (
                    <th key={each} scope="col" className="end">
                      {t(`reintegration.${each}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {asked.map(({ record, scores }) => (
                  <tr key={record.id}>
                    <td>
                      <button
                        type="button"
                        className="link-button"
                        onClick={() => onEdit({ type: 'sustainability_survey', record: record.id })}
                      >
                        <SayValue type="sustainability_survey" field="askedOn" value={record.content.askedOn} />
                      </button>
                    </td>
                    {columns.map(each => (
                      <td key={each} className="end">
                        {scores[each] === null ? '–' : scores[each].toFixed(2)}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      {open.writable('sustainability_survey').has('open') && (
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() =>
            onEdit({
              type: 'sustainability_survey',
              record: null,
              initial: { askedOn: localToday(), version: sustainability.version },
            })
          }
        >
          {t('reintegration.askSurvey')}
        </Button>
      )}
    </section>
  )
}

/** 0 at the foot, 1 at the top, in the order of asking. Read aloud by its label; the numbers stand in the table. */
function Line({ scores, label }: { scores: readonly (number | null)[]; label: string }) {
  const points = scores.flatMap((score, place) =>
    score === null
      ? []
      : [{ x: scores.length === 1 ? 160 : 28 + (place * 276) / (scores.length - 1), y: 84 - score * 72 }],
  )
  if (points.length === 0) return null
  return (
    <svg className="score-line" viewBox="0 0 320 96" role="img" aria-label={label}>
      {[12, 48, 84].map(y => (
        <line key={y} x1="24" x2="308" y1={y} y2={y} className="grid" />
      ))}
      <text x="4" y="16">
        1
      </text>
      <text x="4" y="88">
        0
      </text>
      <polyline points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {points.map(({ x, y }) => (
        <circle key={x} cx={x} cy={y} r="4" />
      ))}
    </svg>
  )
}
