import { FlaskConical, ListChecks, Play } from 'lucide-react'
import { useActions, useDesigner } from '../../store/index.ts'
import { Button, EmptyState } from '../../ui/index.ts'
import { useDesk } from '../use-shown.ts'
import { whyNot } from './open-tests.ts'
import { useTestsAround } from './use-tests.ts'

/** What the canvas shows of a file of tests: whose they are, and what can be done with them. */
export function TestFileCard() {
  const { workspace } = useDesigner()
  const actions = useActions()
  const desk = useDesk()
  const [tests] = useTestsAround()
  if (tests === undefined) return null
  const { file, workflowName, sources } = tests
  const why = whyNot(tests)
  const [workflow] = sources
  const isThere = workflow !== undefined && workflow.file.name === workflowName
  const count = file.tests.length
  return (
    <EmptyState
      icon={<FlaskConical />}
      title={workflowName === undefined ? 'A file of tests' : `Tests of ${workflowName}`}
      actions={
        <>
          {why === undefined ? (
            <Button variant="primary" icon={<Play />} onClick={() => desk.test()}>
              Run the tests
            </Button>
          ) : (
            <Button icon={<ListChecks />} onClick={() => actions.openBottom('tests')}>
              Show the tests
            </Button>
          )}
          {isThere && (
            <Button onClick={() => workspace.show(workflow.id)}>{`Show ${workflowName}`}</Button>
          )}
        </>
      }
    >
      {why ??
        `${String(count)} ${count === 1 ? 'test says' : 'tests say'} what is to come of the workflow. They are edited in the YAML.`}
    </EmptyState>
  )
}
