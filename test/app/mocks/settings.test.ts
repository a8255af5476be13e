import { expect, it } from 'vitest'
import { changeSettings, fillSettings, settingsOf } from '../../../app/mocks/settings.ts'
import { createRunStore, type Runs } from '../../../app/store/index.ts'
import { openDesigner } from '../canvas/open-designer.ts'

it('each open file has settings of its own, and another file in its place begins anew', () => {
  const designer = openDesigner('kind: Workflow\n')
  const runs: Runs = {
    store: createRunStore(),
    desk: () => Promise.reject(new Error('no desk')),
    Details: () => null,
    TestFile: () => null,
  }
  const mocksNow = () => {
    const { settings, file } = runs.store.getState()
    return settings.get(file ?? '')?.mocks
  }
  fillSettings(runs, designer)
  expect(mocksNow()).toEqual([])
  const mocks = [{ step: 'a', attempts: [{ result: '1' }] }]
  changeSettings(runs, designer, { mocks })
  expect(mocksNow()).toEqual(mocks)
  // There is no browser here that could remember it, and that is said.
  expect(designer.view.getState().notice?.text).toMatch(/^The browser cannot remember this/)

  const first = designer.workspace.store.getState().active
  designer.workspace.add({ name: 'b.yaml' }, 'kind: Workflow\n')
  expect(mocksNow()).toEqual([])
  expect(settingsOf(runs, designer).mocks).toEqual([])
  designer.workspace.show(first)
  expect(mocksNow()).toEqual(mocks)

  designer.actions.edit({ changes: [{ from: 0, to: 0, insert: '# x\n' }], userEvent: 'input.type' })
  designer.actions.renameFile({ name: 'c.yaml' })
  expect(mocksNow()).toEqual(mocks)
  designer.actions.open({ name: 'd.yaml' }, 'kind: Workflow\n')
  expect(mocksNow()).toEqual([])
})
