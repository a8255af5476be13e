import { err, LineIndex, ok, type Result } from '../../base/index.ts'
import {
  anchorsOf,
  isJsonArray,
  parseTree,
  toValue,
  wholeDocuments,
  type JsonValue,
} from '../../yaml/index.ts'
import { isObject, listIn, parseJson } from '../engine/json.ts'
import { readEarlierRun, type EarlierRun, type Unzip } from './earlier-run.ts'

/**
 * Reads runs from a text in JSON or YAML: a Workflow with its status, or several as documents, as a list, or as a list of Kubernetes. Of several,
 * those without durations are left out. Refused, in a sentence, is a text that is neither, or has no run with durations.
 */
export async function readEarlierRuns(
  text: string,
  unzip: Unzip,
): Promise<Result<readonly EarlierRun[], string>> {
  const values = valuesIn(text)
  if (!values.ok) return values
  const runs: EarlierRun[] = []
  let problem: string | undefined
  for (const value of values.value.flatMap(workflowsIn)) {
    const read = await readEarlierRun(value, unzip)
    if (read.ok) runs.push(read.value)
    else problem ??= read.error
  }
  return runs.length > 0 ? ok(runs) : err(problem ?? 'There is no run in it: it is empty.')
}

function valuesIn(text: string): Result<readonly JsonValue[], string> {
  // As JSON it takes a tenth of the time, and a status may be large.
  const json = /^\s*[[{]/.test(text) ? parseJson(text) : undefined
  if (json !== undefined) return ok([json])
  const tree = parseTree(text)
  const broken = tree.problems.find(({ severity }) => severity === 'error')
  if (broken !== undefined) {
    const { line } = new LineIndex(text).at(broken.range.from)
    return err(`It is neither JSON nor YAML. Line ${String(line)}: ${broken.message}`)
  }
  return ok(wholeDocuments(tree).flatMap(({ root }) => toValue(root, anchorsOf(root)) ?? []))
}

/** What a value holds: the items of a list, of whichever kind. */
function workflowsIn(value: JsonValue): readonly JsonValue[] {
  if (isJsonArray(value)) return value.flatMap((item) => (isJsonArray(item) ? [] : [item]))
  return isObject(value) && 'items' in value ? listIn(value, 'items') : [value]
}
