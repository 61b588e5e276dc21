import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { Refused } from '../session/problem.tsx'
import { useOffices } from '../shell/offices.ts'
import { usePageKind } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { useText } from '../text/text.tsx'
import { useCase } from './use-case.ts'
import './case.css'

/** A card to give to the person: a number that finds the file again, and nothing that says what it is about. */
export function CodeCardPage() {
  usePageKind('title.card')
  const t = useText()
  const offices = useOffices()
  const { id } = useParams({ from: '/desk/cases/$id/card' })
  const { open, error } = useCase(id)
  if (error && !open) return <Refused error={error} />
  if (!open) return <Waiting />
  const { number } = open.file.case.content
  return (
    <div className="column narrow">
      <h1 className="no-print">{t('card.title')}</h1>
      <p className="no-print">{t('card.about')}</p>
      <div className="code-card">
        <bdi className="code-number">{typeof number === 'string' ? number : t('case.noNumber')}</bdi>
        <span>
          <bdi>{offices.nameOf(open.file.case.office)}</bdi>
        </span>
        <span className="small">{t('card.say')}</span>
      </div>
      <div className="row no-print">
        <Button leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
          {t('card.print')}
        </Button>
        <Link to="/cases/$id" params={{ id }}>
          {t('card.back')}
        </Link>
      </div>
    </div>
  )
}
