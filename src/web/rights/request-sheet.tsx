import { IconCircleCheck, IconClockExclamation, IconClockHour4 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { RecordView } from '#changes/change.ts'
import { clockOf } from '#casework/rights/request.ts'
import * as shared from '../api/calls.ts'
import type { ListLine } from '../api/calls.ts'
import { SayValue } from '../case/say-value.tsx'
import { localToday } from '../form/today.ts'
import { usePermissions } from '../shell/me.ts'
import { useOffices } from '../shell/offices.ts'
import { CaseNumber, Isolated, PartialDate } from '../text/fmt.tsx'
import { useText } from '../text/text.tsx'
import { CarryOut } from './carry-out.tsx'
import { Decide } from './decide.tsx'

/** One request: what is asked and until when, about which case, and the next thing to do with it. */
export function RequestSheet({ line, staffName }: { line: ListLine; staffName: (id: string) => string }) {
  const t = useText()
  const offices = useOffices()
  const permissions = usePermissions()
  const record = line.record as RecordView
  const { kind, receivedOn, language, words, decision, decidedBy, decidedOn, reason, answeredOn } = record.content
  const may = permissions.may('decide_rights', { office: record.office })
  return (
    <>
      <div className="row ends">
        <h2>
          <SayValue type="rights_request" field="kind" value={kind} />
        </h2>
        <Clock record={record} />
      </div>
      <p className="quiet small">
        <Isolated>{offices.nameOf(record.office)}</Isolated>
        {' · '}
        {t('rights.askedOn')} {typeof receivedOn === 'string' && <PartialDate value={receivedOn} />}
        {' · '}
        {t('rights.writtenBy')} <Isolated>{staffName(record.author)}</Isolated>
        {language !== undefined && (
          <>
            {' · '}
            <SayValue type="rights_request" field="language" value={language} />
          </>
        )}
      </p>
      <Cases person={record.person} />
      {typeof words === 'string' && <p className="request-words">{words}</p>}
      {decision !== undefined && (
        <p>
          <SayValue type="rights_request" field="decision" value={decision} />
          {' · '}
          <SayValue type="rights_request" field="decidedBy" value={decidedBy} staffName={staffName} />
          {typeof decidedOn === 'string' && (
            <>
              {', '}
              <PartialDate value={decidedOn} />
            </>
          )}
          {typeof reason === 'string' && (
            <>
              <br />
              <span className="quiet">{reason}</span>
            </>
          )}
        </p>
      )}
      {may && decision === undefined && <Decide record={record} />}
      {may && decision !== undefined && <CarryOut record={record} answered={answeredOn !== undefined} />}
    </>
  )
}

const looks = {
  running: { icon: IconClockHour4, tone: 'quiet' },
  soon: { icon: IconClockExclamation, tone: 'care' },
  late: { icon: IconClockExclamation, tone: 'stop' },
  stopped: { icon: IconCircleCheck, tone: 'done' },
} as const

function Clock({ record }: { record: RecordView }) {
  const t = useText()
  const clock = clockOf(record, localToday())
  const { icon: Icon, tone } = looks[clock]
  const day = clock === 'stopped' ? record.content.answeredOn : record.content.dueOn
  return (
    <span className={`meaning ${tone}`} data-clock={clock}>
      <Icon size={18} aria-hidden /> {t(`rights.clock.${clock}`)}
      {typeof day === 'string' && (
        <>
          {' '}
          <PartialDate value={day} />
        </>
      )}
    </span>
  )
}

/** Which cases it is about, by number: who answers sees codes and no names. */
function Cases({ person }: { person: string | null }) {
  const { data } = useQuery({
    queryKey: ['person', person],
    queryFn: () => shared.personFile(person ?? '', 'rights_request'),
    enabled: person !== null,
    retry: false,
  })
  if (!data || data.cases.length === 0) return null
  return (
    <p className="row">
      {data.cases.map(({ id, content }) => (
        <Link key={id} to="/cases/$id" params={{ id }}>
          <CaseNumber number={typeof content['number'] === 'string' ? content['number'] : null} />
        </Link>
      ))}
    </p>
  )
}
