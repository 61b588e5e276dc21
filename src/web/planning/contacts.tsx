import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { inOrder, ofType } from '#casework/latest.ts'
import { isAnswered } from '#dictionary/answer.ts'
import type { Editing } from '../case/record-dialog.tsx'
import { SayValue } from '../case/say-value.tsx'
import type { OpenCase } from '../case/use-case.ts'
import { useLabels, useText } from '../text/text.tsx'

/** Every attempt, the newest first, and when to try next. */
export function Contacts({ open, onEdit }: { open: OpenCase; onEdit: (editing: Editing) => void }) {
  const t = useText()
  const labels = useLabels()
  const contacts = inOrder(ofType(open.file, 'contact'), 'on').toReversed()
  return (
    <section>
      <h2>{t('plan.contacts')}</h2>
      {contacts.length === 0 && <p className="quiet">{labels.empty('contact')}</p>}
      <ul className="contacts">
        {contacts.map(({ id, content }) => (
          <li key={id} data-contact={id}>
            <button type="button" className="link-button" onClick={() => onEdit({ type: 'contact', record: id })}>
              <SayValue type="contact" field="on" value={content.on} />
            </button>
            <span>
              {(['channel', 'with'] as const)
                .filter(field => isAnswered(content[field]))
                .map((field, place) => (
                  <span key={field}>
                    {place > 0 && ' · '}
                    <SayValue type="contact" field={field} value={content[field]} />
                  </span>
                ))}
            </span>
            <span className={content.outcome === 'reached' ? 'meaning done' : 'quiet'}>
              <SayValue type="contact" field="outcome" value={content.outcome} />
            </span>
            {isAnswered(content.nextOn) && (
              <span className="small">
                <span className="quiet">{t('plan.next')}</span>{' '}
                <SayValue type="contact" field="nextOn" value={content.nextOn} />
              </span>
            )}
          </li>
        ))}
      </ul>
      {open.writable('contact').has('open') && (
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => onEdit({ type: 'contact', record: null })}
        >
          {t('plan.addContact')}
        </Button>
      )}
    </section>
  )
}
