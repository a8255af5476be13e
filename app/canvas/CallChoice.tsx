import { templatePath } from '../../src/argo/index.ts'
import {
  callsUntil,
  keysIn,
  seenCount,
  shownCall,
  useRun,
  useRunOf,
  useRuns,
  type TraceIndex,
} from '../store/index.ts'
import { Select } from '../ui/index.ts'

/** So many calls of a template are offered: more nobody reads. */
const MOST = 200

/** Which call of the drawn template the picture shows the state of, where the shown run has several. */
export function CallChoice() {
  const { store } = useRuns()
  const run = useRun((state) => state.shown)
  const found = useRunOf((state, shown, designer) => {
    const { index } = shown
    const [key] = keysIn(shown, designer, ({ manifest, address }) =>
      address === undefined ? undefined : [templatePath(manifest, address)],
    )
    if (key === undefined) return undefined
    const count = seenCount(state)
    const calls = callsUntil(index, count, key)
    const call = shownCall(index, count, key, state.chosen)
    return calls.length < 2 || call === undefined ? undefined : { key, call, calls: calls.length }
  })
  if (run === undefined || found === undefined) return null
  const calls = run.index.callsOf(found.key).slice(0, found.calls)
  const at = calls.indexOf(found.call)
  const from = Math.max(0, Math.min(at - MOST / 2, calls.length - MOST))
  return (
    <Select
      quiet
      label="Which call of the template is shown"
      value={found.call}
      options={calls.slice(from, from + MOST).map((id, offset) => ({
        value: id,
        label: `${String(from + offset + 1)} of ${String(calls.length)}: ${nameOf(run.index, id)}`,
      }))}
      onChange={(chosen) => store.setState({ chosen })}
    />
  )
}

function nameOf(index: TraceIndex, id: string): string {
  const node = index.nodeAt(id)
  // Without the name of the run, which all begin with.
  return node?.name.replace(/^[^[.]*/, '') ?? id
}
