import { err, ok, type Result } from '../../../src/base/index.ts'

export interface Example {
  readonly name: string
  readonly label: string
  readonly hint: string
}

/** Below `public/examples`, one file each. */
export const EXAMPLES: readonly Example[] = [
  { name: 'hello-world-steps', label: 'Hello world', hint: 'Two steps, one after the other' },
  { name: 'parallel-steps', label: 'Parallel steps', hint: 'Three steps side by side' },
  { name: 'coinflip', label: 'Coin flip', hint: 'A result decides which step runs' },
  { name: 'approval', label: 'Approval', hint: 'A person decides how it goes on' },
  { name: 'dag-features', label: 'DAG', hint: 'Tasks that depend on each other, and on failures' },
  { name: 'nested', label: 'Nested', hint: 'Steps that call a dag that calls steps' },
  { name: 'container-set', label: 'Container set', hint: 'Several containers in one pod' },
  { name: 'nightly', label: 'Nightly report', hint: 'Runs by a schedule, once for each region' },
]

/** What a first visit shows. */
export const START_EXAMPLE = 'coinflip'

/** Gets the text of an example from where the designer itself came from. */
export async function fetchExample(name: string): Promise<Result<string, string>> {
  const path = `${import.meta.env.BASE_URL}examples/${name}.yaml`
  try {
    const response = await fetch(path)
    if (response.ok) return ok(await response.text())
    return err(`${path} could not be loaded: the server answered ${response.status}.`)
  } catch {
    return err(`${path} could not be loaded: the server that the page came from does not answer.`)
  }
}
