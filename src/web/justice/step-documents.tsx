import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { isAnswered } from '#dictionary/answer.ts'
import type { Editing } from '../case/record-dialog.tsx'
import type { OpenCase } from '../case/use-case.ts'
import { AddDialog } from '../documents/add-dialog.tsx'
import { DocumentLine } from '../documents/document-line.tsx'
import { useText } from '../text/text.tsx'

/** Papers of the steps of this case, the newest first. Who opens one follows from its kind, as everywhere. */
export function StepDocuments({ open, onEdit }: { open: OpenCase; onEdit: (editing: Editing) => void }) {
  const t = useText()
  const [adding, setAdding] = useState(false)
  if (!open.readable('document').has('justice')) return null
  const documents = open.file.records
    .filter(({ type, content }) => type === 'document' && isAnswered(content.step))
    .toReversed()
  return (
    <section className="section">
      <div className="row ends">
        <h2>{t('justice.documents')}</h2>
        {open.writable('document').has('justice') && (
          <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
            {t('documents.add')}
          </Button>
        )}
      </div>
      {documents.length === 0 ? (
        <p className="quiet">{t('justice.noDocuments')}</p>
      ) : (
        <ul className="documents" aria-label={t('justice.documents')}>
          {documents.map(document => (
            <DocumentLine
              key={document.id}
              open={open}
              document={document}
              onEdit={() => onEdit({ type: 'document', record: document.id })}
            />
          ))}
        </ul>
      )}
      {adding && <AddDialog open={open} onClose={() => setAdding(false)} />}
    </section>
  )
}
