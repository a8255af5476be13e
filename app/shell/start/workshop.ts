import {
  browserClipboard,
  browserFiles,
  osOf,
  type ClipboardAccess,
  type Files,
  type Os,
} from '../../platform/index.ts'
import {
  browserProblemSettings,
  createProblemWatch,
  type ProblemWatch,
} from '../../problems/index.ts'
import { createDesigner, type Designer } from '../../store/index.ts'
import { createToaster, type Toaster } from '../../ui/index.ts'
import { createAnnouncer, type Announcer } from '../notices/announcer.ts'
import { watchDesigner } from '../notices/watch-designer.ts'
import type { Start } from './begin.ts'
import { restoreDraft } from './draft-content.ts'
import { createDraftKeeper, type DraftKeeper } from './draft-keeper.ts'

/** Everything of the designer that lives as long as the page and is no component. */
export interface Workshop {
  readonly designer: Designer
  readonly drafts: DraftKeeper
  readonly problems: ProblemWatch
  readonly toaster: Toaster
  readonly announcer: Announcer
  readonly files: Files
  readonly clipboard: ClipboardAccess
  readonly os: Os
}

/** Puts the parts together. Made once, outside of React, which may run its components twice. */
export function openWorkshop({ file, text, opening, restored }: Start): Workshop {
  const designer = createDesigner(file, text, () => Date.now())
  if (restored) restoreDraft(designer, restored)
  const toaster = createToaster()
  const announcer = createAnnouncer()
  const settings = browserProblemSettings()
  watchDesigner(designer, toaster, announcer)
  return {
    designer,
    drafts: createDraftKeeper(designer, opening, restored),
    problems: createProblemWatch(designer, { settings }),
    toaster,
    announcer,
    files: browserFiles(),
    clipboard: browserClipboard(),
    os: osOf(navigator),
  }
}
