import type { Result } from '../../../src/base/index.ts'
import { ChangeSet } from '../../../src/document/index.ts'
import {
  checkSize,
  decodeText,
  type Draft,
  type FileProblem,
  type OpenedFile,
} from '../../platform/index.ts'
import type { DeskPowers } from './desk-powers.ts'
import { fileNameOf, freeName, shortened, withEnding } from './file-names.ts'
import { documentAsJson } from './manifest-text.ts'
import { createSaving } from './saving.ts'

/** All that moves texts between the designer and the world around it, with the questions that it takes. */
export interface Desk {
  readonly newFile: () => void
  readonly open: () => Promise<void>
  readonly openExample: (name: string) => Promise<void>
  /** What a drop gave. */
  readonly openAll: (files: readonly Result<OpenedFile, FileProblem>[]) => void
  /** A text without a file, as from the clipboard. */
  readonly openText: (name: string, text: string) => void
  /** Closes a file, or the one on the canvas, with the question that unsaved work takes. */
  readonly close: (id?: number) => Promise<void>
  readonly save: () => Promise<boolean>
  readonly saveAs: () => Promise<boolean>
  /** Gives back what is wrong with the name. */
  readonly rename: (typed: string) => string | undefined
  /** Goes back to what was saved, as a step that can be undone. */
  readonly revert: () => void
  readonly export: (format: 'yaml' | 'json', way: 'download' | 'copy') => Promise<void>
  readonly recover: (draft: Draft) => void
  /** Takes back that a draft was put back at the start. */
  readonly discardRecovered: () => Promise<void>
}

export function createDesk(powers: DeskPowers): Desk {
  const { designer, files, clipboard, download, drafts, confirm, tell, newText, fetchExample } =
    powers
  const { actions, session } = designer
  const fileName = (): string => designer.document.getState().file.name
  const saving = createSaving(powers)

  const names = (): ReadonlySet<string> =>
    new Set(designer.workspace.entries().map(({ file }) => file.name))

  /** Asks before unsaved work goes, and keeps it as a draft. */
  const mayGo = async (): Promise<boolean> => {
    if (!session.isDirty) return true
    const answer = await confirm({
      title: `Save the changes to ${shortened(fileName())} first?`,
      description:
        drafts.getSnapshot().autosave?.problem === undefined
          ? 'Without saving, they stay in this browser: File, Recover previous brings them back.'
          : 'Without saving they are lost, since the browser does not store drafts just now.',
      confirmLabel: 'Save',
      alternativeLabel: 'Don’t save',
    })
    if (answer === 'cancel') return false
    if (answer === 'confirm') return saving.save()
    await drafts.giveUp()
    return true
  }

  const refuse = (message: string): void => {
    tell({ tone: 'danger', text: message, key: 'open' })
  }

  const openRead = (read: Result<OpenedFile, FileProblem>): void => {
    if (!read.ok) {
      if (read.error.code !== 'cancelled') refuse(read.error.message)
      return
    }
    const { name, bytes, handle, stamp } = read.value
    if (/\.py$/i.test(name)) {
      refuse(`${name} is a Python file. Manifests are opened here, in YAML or JSON.`)
      return
    }
    const text = decodeText(name, bytes)
    if (!text.ok) refuse(text.error.message)
    else actions.openBeside({ name, stamp, ...(handle && { handle }) }, text.value)
  }

  const openText: Desk['openText'] = (name, text) => {
    const size = checkSize('The text', text.length)
    if (!size.ok) {
      refuse(size.error.message)
      return
    }
    // It is in no file yet.
    actions.openBeside({ name: freeName(name, names()) }, text, '')
  }

  const openExample: Desk['openExample'] = async (name) => {
    const text = await fetchExample(name)
    if (!text.ok) refuse(text.error)
    else actions.openBeside({ name: `${name}.yaml`, isSample: true }, text.value)
  }

  const exported = (format: 'yaml' | 'json'): Result<string, string> => {
    const { text } = session.state
    if (format === 'yaml') return { ok: true, value: text }
    return documentAsJson(session.state.tree, designer.scene().document)
  }

  return {
    newFile: () => {
      actions.openBeside({ name: freeName('workflow.yaml', names()), isSample: true }, newText())
    },
    open: async () => (await files.open()).forEach(openRead),
    openExample,
    openAll: (read) => read.forEach(openRead),
    openText,
    close: async (id) => {
      const { workspace } = designer
      const { active, order } = workspace.store.getState()
      const target = id ?? active
      const isDirty = workspace.entries().some((entry) => entry.id === target && entry.isDirty)
      if (isDirty) workspace.show(target)
      if (isDirty && !(await mayGo())) return
      if (order.length > 1) workspace.close(target)
      else actions.open({ name: 'workflow.yaml', isSample: true }, newText())
    },
    save: saving.save,
    saveAs: saving.saveAs,
    rename: (typed) => {
      const named = fileNameOf(typed)
      if ('problem' in named) return named.problem
      // Under another name it is another file: saving asks where it goes.
      const { origin } = designer.document.getState().file
      if (named.name !== fileName())
        actions.renameFile({ name: named.name, ...(origin !== undefined && { origin }) })
      return undefined
    },
    revert: () => {
      actions.edit({
        changes: ChangeSet.between(session.state.text, session.saved),
        userEvent: 'command.revertToSaved',
      })
    },
    export: async (format, way) => {
      const content = exported(format)
      if (!content.ok) {
        tell({ tone: 'warning', text: content.error })
        return
      }
      if (way === 'download') {
        const name = withEnding(fileName(), format)
        download(name, content.value, `application/${format}`)
        tell({ tone: 'success', text: `Downloaded ${shortened(name)}`, key: 'export' })
        return
      }
      const copied = await clipboard.writeText(content.value)
      if (copied.ok)
        tell({ tone: 'success', text: `${format.toUpperCase()} copied`, key: 'export' })
      else tell({ tone: 'danger', text: copied.error.message, key: 'export' })
    },
    recover: (draft) => drafts.recover(draft),
    discardRecovered: async () => {
      const { recovered } = drafts.getSnapshot()
      if (!recovered) return
      const { workspace } = designer
      for (const { id, isDirty } of [...workspace.entries()]) {
        if (!isDirty) continue
        workspace.show(id)
        await drafts.giveUp()
        const { saved } = session
        const { name } = designer.document.getState().file
        if (saved !== '') actions.open({ name }, saved)
        else actions.open({ name: 'workflow.yaml', isSample: true }, newText())
      }
      drafts.forgetRecovered()
      tell({
        text: 'The recovered work is discarded',
        detail: 'File, Recover previous brings it back.',
        key: 'recovered',
      })
    },
  }
}
