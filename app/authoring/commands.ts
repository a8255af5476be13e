import type { Result } from '../../src/base/index.ts'
import {
  runStepCommand,
  type Edit,
  type Refusal,
  type StepCommandId,
} from '../../src/edit/index.ts'
import type { DesignerActions } from '../store/index.ts'

/** Runs a command as one step of the history. */
export function execute(
  actions: DesignerActions,
  id: StepCommandId,
  args: object,
): Result<Edit, Refusal> {
  return actions.execute(`command.${id}`, (context) => runStepCommand(context, id, args))
}
