import { openAutosave, browserDrafts, type Autosave, type Draft } from '../../platform/index.ts'
import type { OpenFile } from '../../store/index.ts'
import { fetchExample, START_EXAMPLE } from '../files/examples.ts'
import { draftToRestore } from './draft-keeper.ts'

/** What the designer begins with. */
export interface Start {
  readonly file: OpenFile
  readonly text: string
  /** The storage of drafts, which may answer late or never. */
  readonly opening: Promise<Autosave>
  /** The work that a reload or a crash interrupted, to be put back. */
  readonly restored: Draft | undefined
}

/** Longer than a storage that works ever takes; one that hangs must not keep the designer from opening. */
const PATIENCE = 1500

/** Finds out what to open: the draft of before, else the first example. */
export async function begin(): Promise<Start> {
  const opening = openAutosave(browserDrafts())
  const [example, autosave] = await Promise.all([
    fetchExample(START_EXAMPLE),
    Promise.race([opening, afterwards(PATIENCE)]),
  ])
  return {
    file: { name: `${START_EXAMPLE}.yaml`, isSample: true },
    text: example.ok ? example.value : '',
    opening,
    restored: autosave && draftToRestore(autosave),
  }
}

function afterwards(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(undefined), milliseconds)
  })
}
