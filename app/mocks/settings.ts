import type { Mock } from '../../src/simulate/index.ts'
import { useRun, usualRun, type Designer, type Runs, type RunSettings } from '../store/index.ts'
import { keepMocks, keepParameters, keptMocks, keptParameters } from './kept.ts'

/** What was said about the runs of the open file; at first what this browser remembers of a file of its name. */
export function settingsOf(runs: Runs, designer: Designer): RunSettings {
  return runs.store.getState().settings.get(keyOf(designer)) ?? remembered(designer)
}

/** Says something else about them, and remembers it; the person is told where the browser cannot. */
export function changeSettings(runs: Runs, designer: Designer, change: Partial<RunSettings>): void {
  put(runs, designer, { ...settingsOf(runs, designer), ...change })
  const { name } = designer.document.getState().file
  const isKept =
    (change.parameters === undefined || keepParameters(name, change.parameters)) &&
    (change.mocks === undefined || keepMocks(name, change.mocks))
  if (!isKept)
    designer.actions.notify({
      tone: 'warning',
      text: 'The browser cannot remember this: it holds until the page is closed.',
      detail: 'What steps give can be saved in a file, beside the parameters of the run.',
    })
}

/** Puts what is remembered of each file that is opened into the store, where all panes find it. */
export function fillSettings(runs: Runs, designer: Designer): void {
  const fill = (): void => {
    const { settings, file } = runs.store.getState()
    const key = keyOf(designer)
    if (file !== key || !settings.has(key)) put(runs, designer, settingsOf(runs, designer))
  }
  designer.document.subscribe(fill)
  fill()
}

/** What steps of the file on the canvas give in dry runs, as far as anything was said. */
export function useMocks(): readonly Mock[] {
  return useRun(({ settings, file }) => settings.get(file ?? '')?.mocks ?? usualRun.mocks)
}

function put({ store }: Runs, designer: Designer, changed: RunSettings): void {
  const file = keyOf(designer)
  store.setState({ settings: new Map(store.getState().settings).set(file, changed), file })
}

/** The place of a file, and how often one was opened there: another file in the same place has settings of its own. */
function keyOf({ workspace, view }: Designer): string {
  return `${String(workspace.store.getState().active)}/${String(view.getState().openings)}`
}

function remembered(designer: Designer): RunSettings {
  const { name } = designer.document.getState().file
  return { ...usualRun, parameters: keptParameters(name), mocks: keptMocks(name) }
}
