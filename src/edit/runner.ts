import { err, type Result } from '../base/index.ts'
import { ArgumentReader } from './arguments.ts'
import type { Command, Edit, EditContext, Refusal } from './command.ts'

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
    const { problem } = reader
    return problem === undefined ? command(context, args) : err({ message: problem })
  }
}
