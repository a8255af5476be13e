import { err, type Result } from '../base/index.ts'
import { ArgumentReader } from './arguments.ts'
import type { Command, Edit, EditContext, Refusal } from './command.ts'
import { withShared } from './shared.ts'

/** Runs one command with arguments of unknown origin. */
export type Runner = (context: EditContext, args: unknown) => Result<Edit, Refusal>

/** Makes of a command and the reader of its arguments what runs it. */
export function runner<Args>(
  command: Command<Args>,
  read: (reader: ArgumentReader) => Args,
): Runner {
  return (context, given) => {
    const reader = new ArgumentReader(given)
    const args = read(reader)
    const shared = reader.oneOf('shared', ['anchor', 'expand'] as const)
    const { problem } = reader
    if (problem !== undefined) return err({ message: problem })
    const plan = (now: EditContext): Result<Edit, Refusal> => command(now, args)
    return shared === undefined ? plan(context) : withShared(context, plan, shared)
  }
}
