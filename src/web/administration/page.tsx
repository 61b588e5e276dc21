import { Link, useParams } from '@tanstack/react-router'
import { type ComponentType, createElement, lazy, Suspense } from 'react'
import { usePermissions } from '../shell/me.ts'
import { usePageKind } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { useText } from '../text/text.tsx'
import { type SectionId, sections } from './sections.ts'
import './administration.css'

const rooms: Readonly<Record<SectionId, ComponentType>> = {
  accounts: lazy(() => import('./accounts/accounts.tsx').then(m => ({ default: m.Accounts }))),
  offices: lazy(() => import('./offices.tsx').then(m => ({ default: m.Offices }))),
  small_numbers: lazy(() => import('./small-numbers.tsx').then(m => ({ default: m.SmallNumbers }))),
  roles: lazy(() => import('./roles.tsx').then(m => ({ default: m.Roles }))),
  fields: lazy(() => import('./fields/own-fields.tsx').then(m => ({ default: m.OwnFields }))),
  programs: lazy(() => import('./accounts/programs.tsx').then(m => ({ default: m.Programs }))),
  reads: lazy(() => import('./logs/read-log.tsx').then(m => ({ default: m.ReadLog }))),
  changes: lazy(() => import('./logs/change-log.tsx').then(m => ({ default: m.ChangeLog }))),
  files: lazy(() => import('./files.tsx').then(m => ({ default: m.Files }))),
  history: lazy(() => import('./logs/history-check.tsx').then(m => ({ default: m.HistoryCheck }))),
}

/** Accounts, offices, own fields and the logs; each reader sees the rooms that one of their roles opens. */
export function AdministrationPage() {
  const t = useText()
  usePageKind('title.administration')
  const permissions = usePermissions()
  const { section } = useParams({ strict: false }) as { section?: string }
  const open = sections.filter(({ verb }) => verb === null || permissions.may(verb))
  const here = open.find(({ id }) => id === section) ?? (section === undefined ? open[0] : undefined)
  return (
    <div className="column wide administration">
      <h1>{t('title.administration')}</h1>
      <div className="rooms">
        <nav aria-label={t('admin.rooms')} className="rooms-nav no-print">
          <ul>
            {open.map(({ id, text }) => (
              <li key={id}>
                <Link
                  to="/administration/$section"
                  params={{ section: id }}
                  aria-current={id === here?.id ? 'page' : undefined}
                >
                  {t(text)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className="room">
          {here ? (
            <Suspense fallback={<Waiting />}>{createElement(rooms[here.id])}</Suspense>
          ) : (
            <p>{t('admin.notForYou')}</p>
          )}
        </div>
      </div>
    </div>
  )
}
