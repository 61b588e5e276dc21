import { Button } from '@mantine/core'
import { IconClockHour4, IconLock, IconLockOpen, IconShieldLock, IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { type Confidentiality, confidentialityOf } from '#casework/rights/confidentiality.ts'
import type { ConfidentialityLevel } from '#dictionary/data/confidentiality-levels.ts'
import type { RecordView } from '#changes/change.ts'
import { SayValue } from '../case/say-value.tsx'
import type { OpenCase } from '../case/use-case.ts'
import { localToday } from '../form/today.ts'
import { useSettling } from '../rights/use-settling.tsx'
import { usePermissions } from '../shell/me.ts'
import { Isolated } from '../text/fmt.tsx'
import { useText } from '../text/text.tsx'
import { ChangeLevel } from './change-level.tsx'
import { NameColleague } from './name-colleague.tsx'
import './confidentiality.css'

const icons = { ordinary: IconLockOpen, restricted: IconLock, strict: IconShieldLock } as const

/** Who may open this case, and what changes it. An ordinary case says so in one line. */
export function Doors({ open }: { open: OpenCase }) {
  const t = useText()
  const permissions = usePermissions()
  const [dialog, setDialog] = useState<'level' | 'name' | null>(null)
  if (open.readable('confidentiality').size === 0) return null
  const now = confidentialityOf(open.file)
  const writes = open.writable('confidentiality').size > 0
  const holder = permissions.may('open_restricted', { office: open.file.case.office })
  const names = now.level !== 'ordinary' && open.writable('naming').size > 0
  return (
    <section aria-labelledby="doors" className="doors">
      <div className="row ends">
        <h2 id="doors">{t('doors.title')}</h2>
        <div className="row">
          {names && (now.level === 'restricted' || holder) && (
            <Button
              variant="default"
              size="sm"
              leftSection={<IconUserPlus size={18} aria-hidden />}
              onClick={() => setDialog('name')}
            >
              {t('doors.name')}
            </Button>
          )}
          {writes && (
            <Button variant="default" size="sm" onClick={() => setDialog('level')}>
              {t('doors.change')}
            </Button>
          )}
        </div>
      </div>
      <Level now={now} />
      {now.level !== 'ordinary' && <LetIn open={open} now={now} />}
      {names && now.level === 'strict' && !holder && <p className="quiet small">{t('doors.byBoss')}</p>}
      {dialog === 'level' && <ChangeLevel open={open} now={now} holder={holder} onClose={() => setDialog(null)} />}
      {dialog === 'name' && <NameColleague open={open} now={now} onClose={() => setDialog(null)} />}
    </section>
  )
}

function Level({ now }: { now: Confidentiality }) {
  const t = useText()
  const Icon = icons[now.level]
  const reason = now.by?.content.reason
  const asked = now.asked?.content.level as ConfidentialityLevel | undefined
  return (
    <div className="door-level" data-level={now.level}>
      <p>
        <strong className="meaning door-name">
          <Icon size={20} aria-hidden /> {t(`doors.level.${now.level}`)}
        </strong>{' '}
        {t(`doors.about.${now.level}`)}
      </p>
      {now.by !== null && now.level !== 'ordinary' && typeof reason === 'string' && (
        <p className="small quiet">
          <SayValue type="confidentiality" field="reason" value={reason} /> ({t('doors.since')}{' '}
          <SayValue type="confidentiality" field="setOn" value={now.by.content.setOn} />)
        </p>
      )}
      {asked !== undefined && (
        <p className="meaning care">
          <IconClockHour4 size={18} aria-hidden /> {t('doors.asked', { level: t(`doors.level.${asked}`) })}
        </p>
      )}
    </div>
  )
}

function LetIn({ open, now }: { open: OpenCase; now: Confidentiality }) {
  const t = useText()
  return (
    <ul className="let-in">
      <li>
        <span>{now.worker === null ? t('doors.nobody') : <Isolated>{open.staffName(now.worker)}</Isolated>}</span>
        <span className="quiet small">{t('doors.worker')}</span>
      </li>
      {now.level === 'restricted' && (
        <li>
          <span>{t('doors.supervisors')}</span>
        </li>
      )}
      {now.named.map(record => (
        <Named key={record.id} open={open} record={record} />
      ))}
    </ul>
  )
}

function Named({ open, record }: { open: OpenCase; record: RecordView }) {
  const t = useText()
  const { busy, settle, said } = useSettling(record)
  const { who, why, namedOn } = record.content
  const name = typeof who === 'string' ? open.staffName(who) : ''
  return (
    <li>
      <span>
        <Isolated>{name}</Isolated>
      </span>
      <span className="quiet small">
        <SayValue type="naming" field="why" value={why} />, {t('doors.since')}{' '}
        <SayValue type="naming" field="namedOn" value={namedOn} />
      </span>
      {open.writable('naming').size > 0 && (
        <Button
          variant="subtle"
          size="compact-sm"
          loading={busy}
          aria-label={t('doors.endOf', { name })}
          onClick={() => void settle({ endedOn: localToday() })}
        >
          {t('doors.end')}
        </Button>
      )}
      {said}
    </li>
  )
}
