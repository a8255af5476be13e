import type { Result } from '../../src/base/index.ts'
import { runCommand, type Edit, type Refusal } from '../../src/edit/index.ts'
import type { DesignerActions } from '../store/index.ts'

/** The commands by which canvas and palette author; their arguments are described where they are defined. */
export type AuthoringCommand =
  | 'addStep'
  | 'deleteSteps'
  | 'duplicateSteps'
  | 'moveLane'
  | 'moveSteps'
  | 'pasteSteps'
  | 'renameStep'

/** Runs a command as one step of the history. */
export function execute(
  actions: DesignerActions,
  id: AuthoringCommand,
  args: object,
): Result<Edit, Refusal> {
  return actions.execute(`command.${id}`, (context) => runCommand(context, id, args))
}
