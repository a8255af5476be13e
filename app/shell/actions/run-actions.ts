import { runShortcut, stopShortcut } from '../../simulator/shortcuts.ts'
import { isGoingOn, type RunDesk, type Runs } from '../../store/index.ts'
import { always, type Action } from './action.ts'

/** Dry runs. What they need is fetched with the first of them. */
export function runActions({ store, desk }: Runs): readonly Action[] {
  const act = (what: keyof RunDesk) => () => void desk().then((found) => found[what]())
  return [
    {
      id: 'run.start',
      label: 'Run',
      hint: 'A dry run in the browser, without a cluster',
      shortcut: runShortcut,
      everywhere: true,
      // A field with a draft takes it: it is committed, or says what is wrong with it.
      yieldsToFields: true,
      isEnabled: always,
      run: act('start'),
    },
    {
      id: 'run.stop',
      label: 'Stop the run',
      shortcut: stopShortcut,
      everywhere: true,
      isEnabled: () => isGoingOn(store.getState().progress),
      run: act('stop'),
    },
    {
      id: 'run.again',
      label: 'Run again with the same seed',
      isEnabled: () => store.getState().shown !== undefined,
      run: act('again'),
    },
    {
      id: 'run.ask',
      label: 'Run with parameters…',
      hint: 'Parameters, seed and mocks of the run',
      isEnabled: always,
      run: act('ask'),
    },
    {
      id: 'run.tests',
      label: 'Run the tests',
      hint: 'Tests of the workflow on the canvas, in its open files of tests',
      isEnabled: always,
      run: act('test'),
    },
  ]
}
