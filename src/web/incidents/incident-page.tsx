import { Button } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { RecordView } from '#changes/change.ts'
import * as calls from '../api/calls.ts'
import { SayValue } from '../case/say-value.tsx'
import { OfficeRecordDialog } from '../leads/record-list.tsx'
import { Refused } from '../session/problem.tsx'
import { usePermissions } from '../shell/me.ts'
import { useMe } from '../shell/signed-in.ts'
import { usePageKind } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { useDictionary } from '../shell/words.ts'
import { useLabels, useText } from '../text/text.tsx'
import { AddPersons } from './add-persons.tsx'
import { IncidentCases } from './incident-cases.tsx'
import './incidents.css'

/** One event: what is common to all, and the case of each person with their own consent. */
export function IncidentPage() {
  usePageKind('title.incident')
  const { id } = useParams({ from: '/desk/incidents/$id' })
  const { data, error } = useQuery({ queryKey: ['list', 'incident', id], queryFn: () => calls.incident(id) })
  if (error && !data) return <Refused error={error} />
  if (!data) return <Waiting lines={8} />
  return <Incident key={id} shown={data} />
}

function Incident({ shown }: { shown: calls.Incident }) {
  const t = useText()
  const labels = useLabels()
  const d = useDictionary()
  const me = useMe()
  const permissions = usePermissions()
  const [editing, setEditing] = useState(false)
  const incident = shown.incident as RecordView
  const target = { office: incident.office, own: incident.author === me.id }
  const fields = Object.keys(d.recordTypes.get('incident')?.fields ?? {}).filter(
    field => field !== 'kind' && incident.content[field] !== undefined,
  )
  const opens =
    permissions.writable('case', { office: incident.office, own: true }).has('open') &&
    permissions.writable('person', { office: incident.office, own: true }).has('open')
  return (
    <div className="column wide">
      <div className="row ends">
        <h1>
          <SayValue type="incident" field="kind" value={incident.content.kind} />
        </h1>
        <Link to="/incidents">{t('incident.all')}</Link>
      </div>
      <section>
        <h2>{t('incident.common')}</h2>
        <dl className="facts">
          {fields.map(field => (
            <div key={field}>
              <dt>{labels.field('incident', field)}</dt>
              <dd>
                <SayValue type="incident" field={field} value={incident.content[field]} />
              </dd>
            </div>
          ))}
        </dl>
        {permissions.writable('incident', target).has('open') && (
          <Button variant="default" leftSection={<IconPencil size={18} aria-hidden />} onClick={() => setEditing(true)}>
            {t('incident.edit')}
          </Button>
        )}
      </section>
      {opens && <AddPersons incident={incident} first={shown.cases.length === 0} />}
      <IncidentCases shown={shown} />
      {editing && (
        <OfficeRecordDialog
          type="incident"
          seen={incident}
          office={incident.office}
          onClose={() => setEditing(false)}
        />
      )}
    </div>
  )
}
