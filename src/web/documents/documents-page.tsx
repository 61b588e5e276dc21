import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { type Editing, RecordDialog } from '../case/record-dialog.tsx'
import { type OpenCase, useCase } from '../case/use-case.ts'
import { Refused } from '../session/problem.tsx'
import { usePageKind } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { CaseNumber } from '../text/fmt.tsx'
import { useLabels, useText } from '../text/text.tsx'
import { AddDialog } from './add-dialog.tsx'
import { DocumentLine } from './document-line.tsx'
import './documents.css'

/** Papers and pictures of a case: what they are, whether they are still valid, and their files. */
export function DocumentsPage() {
  usePageKind('title.documents')
  const { id } = useParams({ from: '/desk/cases/$id/documents' })
  const { open, error } = useCase(id)
  if (error && !open) return <Refused error={error} />
  if (!open) return <Waiting lines={6} />
  return <Documents key={id} open={open} />
}

function Documents({ open }: { open: OpenCase }) {
  const t = useText()
  const labels = useLabels()
  const [editing, setEditing] = useState<Editing | null>(null)
  const [adding, setAdding] = useState(false)
  const { number } = open.file.case.content
  const documents = open.file.records.filter(({ type }) => type === 'document').toReversed()
  return (
    <div className="column wide">
      <div className="row ends">
        <h1>{t('title.documents')}</h1>
        <Link to="/cases/$id" params={{ id: open.id }}>
          {t('documents.back')} <CaseNumber number={typeof number === 'string' ? number : null} />
        </Link>
      </div>
      <p className="quiet">{t('documents.about')}</p>
      {open.writable('document').has('open') && (
        <div>
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
            {t('documents.add')}
          </Button>
        </div>
      )}
      {documents.length === 0 ? (
        <div className="empty">
          <p>{labels.empty('document')}</p>
        </div>
      ) : (
        <ul className="documents" aria-label={t('documents.list')}>
          {documents.map(document => (
            <DocumentLine
              key={document.id}
              open={open}
              document={document}
              onEdit={() => setEditing({ type: 'document', record: document.id })}
            />
          ))}
        </ul>
      )}
      {adding && <AddDialog open={open} onClose={() => setAdding(false)} />}
      {editing && <RecordDialog open={open} editing={editing} onClose={() => setEditing(null)} />}
    </div>
  )
}
