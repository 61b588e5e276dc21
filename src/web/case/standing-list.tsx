import { Link } from '@tanstack/react-router'
import { isAnswered, plainText } from '#dictionary/answer.ts'
import type { Standing } from '#casework/standing.ts'
import { PartialDate } from '../text/fmt.tsx'
import { useLabels, useText } from '../text/text.tsx'
import type { Editing } from './record-dialog.tsx'
import { consentLooks } from './consent-looks.ts'
import { TakeBack } from '../rights/take-back.tsx'
import { SayValue } from './say-value.tsx'
import { Fact } from './strip.tsx'
import type { OpenCase } from './use-case.ts'

/** Where things stand, from the rules and never from somebody's memory. */
export function StandingList(props: { open: OpenCase; standing: Standing; onEdit: (editing: Editing) => void }) {
  const t = useText()
  const labels = useLabels()
  const { open, standing } = props
  const { content } = open.file.case
  return (
    <section aria-labelledby="standing">
      <h2 id="standing">{t('standing.title')}</h2>
      <dl className="facts">
        <Fact label={labels.field('case', 'status')}>
          <SayValue type="case" field="status" value={content.status} />
        </Fact>
        <Fact label={t('standing.counted')}>
          <span data-category={standing.category}>{labels.code('category', standing.category)}</span>
        </Fact>
        <Fact label={t('standing.determination')}>
          {standing.determination ? (
            <SayValue type="determination" field="conclusion" value={standing.determination.content.conclusion} />
          ) : (
            <span className="quiet">{t('standing.noDetermination')}</span>
          )}
        </Fact>
        <Fact label={t('standing.risk')}>
          {standing.risk ? (
            <SayValue type="risk" field="level" value={standing.risk.content.level} />
          ) : (
            <span className="quiet">{t('standing.noRisk')}</span>
          )}
        </Fact>
        <Fact label={t('standing.next')}>
          {standing.nextOn ? (
            <PartialDate value={standing.nextOn} />
          ) : (
            <span className="quiet">{t('standing.noDate')}</span>
          )}
        </Fact>
        {isAnswered(content.incident) && (
          <Fact label={labels.type('incident')}>
            <Link to="/incidents/$id" params={{ id: plainText(content.incident) }}>
              {t('case.incident')}
            </Link>
          </Fact>
        )}
        <Fact label={labels.field('case', 'caseworker')}>
          <SayValue type="case" field="caseworker" value={content.caseworker} staffName={open.staffName} />
        </Fact>
      </dl>
      {open.readable('consent').size > 0 && (
        <div>
          <h3>{labels.plural('consent')}</h3>
          <ul className="consents">
            {standing.consents.map(({ purpose, reading }) => {
              const { icon: Icon, tone, text } = consentLooks[reading.state]
              return (
                <li key={purpose}>
                  <span>{labels.code('consent_purpose', purpose)}</span>
                  <span className={`meaning ${tone}`} data-consent={`${purpose}:${reading.state}`}>
                    <Icon size={18} aria-hidden /> {t(text)}
                    {reading.lacks.length > 0 && ` · ${reading.lacks.map(who => t(`consent.lacks.${who}`)).join(', ')}`}
                  </span>
                </li>
              )
            })}
          </ul>
          <TakeBack open={open} />
        </div>
      )}
      {standing.work.length > 0 && (
        <div>
          <h3>{t('standing.work')}</h3>
          <ul className="rows">
            {standing.work.map(work => (
              <li key={work.record.id}>
                <button
                  type="button"
                  className="row-button"
                  onClick={() => props.onEdit({ type: work.record.type, record: work.record.id })}
                >
                  <span>
                    {work.record.type === 'task' ? (
                      <SayValue type="task" field="kind" value={work.record.content.kind} />
                    ) : (
                      t(`work.${work.kind as 'screening' | 'visit' | 'risk_review'}`)
                    )}
                  </span>
                  <span className={work.state === 'overdue' ? 'meaning stop' : 'quiet small'}>
                    {t(`work.${work.state}`)} {work.dueOn && <PartialDate value={work.dueOn} />}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}
