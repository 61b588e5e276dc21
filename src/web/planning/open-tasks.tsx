import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { openWork } from '#casework/tasks.ts'
import { isAnswered } from '#dictionary/answer.ts'
import type { Editing } from '../case/record-dialog.tsx'
import { SayValue } from '../case/say-value.tsx'
import type { OpenCase } from '../case/use-case.ts'
import { localToday } from '../form/today.ts'
import { PartialDate } from '../text/fmt.tsx'
import { useText } from '../text/text.tsx'

/** Tasks of this case that are open, late ones first. */
export function OpenTasks({ open, onEdit }: { open: OpenCase; onEdit: (editing: Editing) => void }) {
  const t = useText()
  const tasks = openWork(open.file, localToday()).filter(({ kind }) => kind === 'task')
  return (
    <section>
      <h2>{t('plan.tasks')}</h2>
      {tasks.length === 0 && <p className="quiet">{t('plan.noTasks')}</p>}
      <ul className="contacts">
        {tasks.map(({ record: { id, content }, dueOn, state }) => (
          <li key={id} data-task={id}>
            <button type="button" className="link-button" onClick={() => onEdit({ type: 'task', record: id })}>
              <SayValue type="task" field="kind" value={content.kind} />
            </button>
            <span className={state === 'overdue' ? 'meaning stop' : 'quiet'}>
              {t(`work.${state}`)} {dueOn && <PartialDate value={dueOn} />}
            </span>
            {isAnswered(content.assignee) && (
              <span className="small">
                <SayValue type="task" field="assignee" value={content.assignee} staffName={open.staffName} />
              </span>
            )}
          </li>
        ))}
      </ul>
      {open.writable('task').has('open') && (
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => onEdit({ type: 'task', record: null, initial: {} })}
        >
          {t('plan.addTask')}
        </Button>
      )}
    </section>
  )
}
