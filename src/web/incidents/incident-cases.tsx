import { Link } from '@tanstack/react-router'
import type { ConsentState } from '#casework/consent.ts'
import type { Content } from '#dictionary/answer.ts'
import type * as calls from '../api/calls.ts'
import { consentLooks } from '../case/consent-looks.ts'
import { SayValue } from '../case/say-value.tsx'
import { CaseNumber, Name } from '../text/fmt.tsx'
import { useLabels, useText } from '../text/text.tsx'

type Consent = calls.Incident['cases'][number]['service']

/** The cases of the group, each with status and consents of its own. */
export function IncidentCases({ shown }: { shown: calls.Incident }) {
  const t = useText()
  const labels = useLabels()
  const { cases } = shown
  const of = (...states: ConsentState[]) =>
    cases.filter(({ service }) => service && states.includes(service.state)).length
  return (
    <section>
      <h2>{t('incident.cases', { count: cases.length })}</h2>
      {cases.length === 0 ? (
        <p className="quiet">{t('incident.nobody')}</p>
      ) : (
        <>
          <p data-consents>
            {t('incident.counts', { yes: of('yes'), no: of('no', 'withdrawn'), open: of('never_asked') })}
          </p>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by key (WCAG 2.1.1) */}
          <div className="scrolls" role="region" aria-label={t('incident.casesTable')} tabIndex={0}>
            <table className="compare incident-cases">
              <thead>
                <tr>
                  <th scope="col">{t('incident.who')}</th>
                  <th scope="col">{t('incident.service')}</th>
                  <th scope="col">{t('incident.data')}</th>
                  <th scope="col">{labels.field('case', 'status')}</th>
                  <th scope="col">{labels.field('case', 'assistanceDeclined')}</th>
                </tr>
              </thead>
              <tbody>
                {cases.map(({ case: { id, content: sent }, name, service, data }) => {
                  const content = sent as Content
                  return (
                    <tr key={id} data-case={id}>
                      <td>
                        <Link to="/cases/$id" params={{ id }}>
                          <CaseNumber number={typeof content.number === 'string' ? content.number : null} />
                        </Link>{' '}
                        {name === null ? <span className="quiet">{t('case.nameless')}</span> : <Name>{name}</Name>}
                      </td>
                      <td>
                        <SayConsent consent={service} />
                      </td>
                      <td>
                        <SayConsent consent={data} />
                      </td>
                      <td>
                        <SayValue type="case" field="status" value={content.status} />
                      </td>
                      <td>
                        {content.assistanceDeclined !== undefined && (
                          <SayValue type="case" field="assistanceDeclined" value={content.assistanceDeclined} />
                        )}
                      </td>
                    </tr>
                  )
                })}
              </tbody>
            </table>
          </div>
          {shown.more && <p className="quiet">{t('incident.more')}</p>}
        </>
      )}
    </section>
  )
}

function SayConsent({ consent }: { consent: Consent }) {
  const t = useText()
  if (consent === null) return null
  const { icon: Icon, tone, text } = consentLooks[consent.state]
  return (
    <span className={`meaning ${tone}`}>
      <Icon size={18} aria-hidden /> {t(text)}
      {consent.lacks.length > 0 && ` · ${consent.lacks.map(who => t(`consent.lacks.${who}`)).join(', ')}`}
    </span>
  )
}
