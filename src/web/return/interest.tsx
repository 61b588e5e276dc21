import { Button } from '@mantine/core'
import { IconFlag } from '@tabler/icons-react'
import { inOrder, ofType } from '#casework/latest.ts'
import type { OpenCase } from '../case/use-case.ts'
import { localToday } from '../form/today.ts'
import type { Edit } from '../reintegration/edit.ts'
import { useText } from '../text/text.tsx'
import { hiddenIn, StepLine } from './steps.tsx'

/** The first step of the file: the person thinks of returning. It plans nothing; it asks for a talk about all the options. */
export function Interest({ open, onEdit }: { open: OpenCase; onEdit: Edit }) {
  const t = useText()
  const said = inOrder(
    ofType(open.file, 'journey_step').filter(({ content }) => content.step === 'interest'),
    'on',
  )
  const writes = open.writable('journey_step').has('open')
  if (said.length === 0 && !writes) return null
  return (
    <section>
      <h2>{t('return.interest')}</h2>
      {said.length === 0 ? (
        <p className="quiet">{t('return.interestEmpty')}</p>
      ) : (
        <ol className="steps">
          {said.map(step => (
            <StepLine key={step.id} step={step} onEdit={onEdit} />
          ))}
        </ol>
      )}
      {writes && said.length === 0 && (
        <div>
          <Button
            variant="default"
            leftSection={<IconFlag size={18} aria-hidden />}
            onClick={() =>
              onEdit({
                type: 'journey_step',
                record: null,
                hide: hiddenIn('interest'),
                initial: { step: 'interest', on: localToday() },
              })
            }
          >
            {t('return.addInterest')}
          </Button>
        </div>
      )}
    </section>
  )
}
