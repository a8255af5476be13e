import { lazy, Suspense, useEffect, useEffectEvent, useMemo, useState, type ReactNode } from 'react'
import type { TextRange } from '../../src/base/index.ts'
import { newWorkflow } from '../../src/edit/index.ts'
import { download } from '../platform/index.ts'
import { CalmContext, useRuns, useView, type Designer, type RevealRequest } from '../store/index.ts'
import { ToastRegion, useConfirm } from '../ui/index.ts'
import type { Action } from './actions/action.ts'
import { allActions } from './actions/all-actions.ts'
import { useShortcuts } from './actions/use-shortcuts.ts'
import { BottomTabs } from './BottomTabs.tsx'
import { createDesk, type Desk } from './files/desk.ts'
import { DropHint } from './files/DropHint.tsx'
import { fetchExample } from './files/examples.ts'
import { useFileDrop } from './files/use-file-drop.ts'
import { useTextPaste } from './files/use-text-paste.ts'
import { focusRegion } from './focus-region.ts'
import { loadEditor } from './load-editor.ts'
import { Layout } from './Layout.tsx'
import { LiveRegion } from './notices/LiveRegion.tsx'
import { useOpeningWords } from './notices/use-opening-words.ts'
import { PaneBoundary } from './PaneBoundary.tsx'
import { useUnloadGuard } from './start/use-unload-guard.ts'
import type { Workshop } from './start/workshop.ts'
import { StatusBar } from './status/StatusBar.tsx'
import type { ThemeControl } from './theme.ts'
import { Toolbar } from './toolbar/Toolbar.tsx'
import { useLoaded } from './use-loaded.ts'
import { usePanes, type Panes } from './use-panes.ts'
import { useReveal } from './use-reveal.ts'
import { useSharedQuestion } from './use-shared-question.ts'

/** Fetched when they are first wanted. */
const loadPalette = () => import('./CommandPalette.tsx')
const ShortcutSheet = lazy(() =>
  import('./ShortcutSheet.tsx').then((module) => ({ default: module.ShortcutSheet })),
)
const Outline = lazy(() =>
  import('./files/Outline.tsx').then((module) => ({ default: module.Outline })),
)
const ReferencesPanel = lazy(() =>
  import('../references/ReferencesPanel.tsx').then((module) => ({
    default: module.ReferencesPanel,
  })),
)
const RunPanel = lazy(() =>
  import('../simulator/RunPanel.tsx').then((module) => ({ default: module.RunPanel })),
)
const TestsPanel = lazy(() =>
  import('../simulator/tests/TestsPanel.tsx').then((module) => ({ default: module.TestsPanel })),
)
const ProblemSettingsDialog = lazy(() =>
  import('../problems/ProblemSettingsDialog.tsx').then((module) => ({
    default: module.ProblemSettingsDialog,
  })),
)
const ProblemsPanel = lazy(() =>
  import('../problems/ProblemsPanel.tsx').then((module) => ({ default: module.ProblemsPanel })),
)

/** What the composition root puts in; each pane stands alone. */
export interface WorkbenchProps {
  readonly workshop: Workshop
  readonly theme: ThemeControl
  /** The actions of the canvas, as of now. */
  readonly canvasActions: () => readonly Action[]
  /** The actions about the Argo Server. */
  readonly clusterActions: readonly Action[]
  readonly palette: ReactNode
  readonly canvas: (ways: {
    readonly inspect: () => void
    /** Opens the code at a place. */
    readonly reveal: (range: TextRange) => void
  }) => ReactNode
  readonly inspector: ReactNode
  readonly code: ReactNode
  /** Where a dry run is started and stopped. */
  readonly run: ReactNode
  /** Where the workflow is submitted, at the end of the toolbar. */
  readonly submit?: ReactNode
  readonly zoom?: ReactNode
}

/** What is open over the frame. */
type Dialog = 'palette' | 'sheet' | 'problems'

/** The frame with everything in it, and what holds the panes together: actions, files, drafts, notices. */
export function Workbench({
  workshop,
  theme,
  canvasActions,
  clusterActions,
  palette,
  canvas,
  inspector,
  code,
  run,
  submit,
  zoom,
}: WorkbenchProps) {
  const { designer, drafts, toaster, announcer, problems, os } = workshop
  const panes = usePanes()
  const runs = useRuns()
  const desk = useDesk(workshop)
  const reveal = useReveal(workshop, panes)
  useCodeCalls(panes)
  useBottomCalls(panes)
  useRevealCalls(panes)
  useSharedQuestion()
  useSettling(designer)
  const bottomTab = useView((view) => view.bottomTab)
  const [dialog, setDialog] = useState<Dialog | undefined>()
  const openOr = (name: Dialog) => (open: boolean) => setDialog(open ? name : undefined)

  const groups = () =>
    allActions({
      workshop,
      desk,
      panes,
      theme,
      canvas: canvasActions(),
      runs,
      cluster: clusterActions,
      openPalette: () => setDialog('palette'),
      openSheet: () => setDialog('sheet'),
      openProblemSettings: () => setDialog('problems'),
    })
  useShortcuts(groups, os)
  // Whoever opens it types on at once: it must be there then, or the keys would go to the canvas.
  const commands = useLoaded(loadPalette, dialog === 'palette')
  useUnloadGuard(designer, drafts)
  useOpeningWords(workshop, desk)
  useTextPaste((text) => {
    desk.openText('pasted.yaml', text)
  })
  const over = useFileDrop((files) => {
    desk.openAll(files)
  })

  const inspect = () => {
    panes.show('inspector', true)
    // A pane that opens takes the focus only when it has come.
    setTimeout(() => focusRegion('inspector'), 0)
  }
  const guarded = (name: string, content: ReactNode) => (
    <PaneBoundary name={name} onSave={() => void desk.save()}>
      {content}
    </PaneBoundary>
  )

  return (
    <>
      <Layout
        panes={panes}
        toolbar={
          <Toolbar
            workshop={workshop}
            desk={desk}
            panes={panes}
            theme={theme}
            groups={groups}
            canvasActions={canvasActions}
            run={run}
            submit={submit}
          />
        }
        palette={guarded(
          'palette',
          <>
            {/* Together, so that the one does not push the other down when it comes. */}
            <Suspense>
              <CalmContext value>
                <Outline desk={desk} />
              </CalmContext>
              {palette}
            </Suspense>
          </>,
        )}
        canvas={guarded('canvas', canvas({ inspect, reveal }))}
        inspector={guarded('inspector', inspector)}
        code={guarded('code editor', code)}
        isRunBelow={bottomTab === 'run' || bottomTab === 'tests'}
        problems={guarded(
          'list of problems',
          panes.problems && (
            <Suspense>
              {bottomTab === 'problems' ? (
                <ProblemsPanel
                  watch={problems}
                  tabs={<BottomTabs />}
                  onSettings={() => setDialog('problems')}
                  onClose={() => panes.show('problems', false)}
                />
              ) : bottomTab === 'run' ? (
                <CalmContext value>
                  <RunPanel tabs={<BottomTabs />} onClose={() => panes.show('problems', false)} />
                </CalmContext>
              ) : bottomTab === 'tests' ? (
                <CalmContext value>
                  <TestsPanel
                    tabs={<BottomTabs />}
                    onOpen={() => void desk.open()}
                    onClose={() => panes.show('problems', false)}
                  />
                </CalmContext>
              ) : (
                <CalmContext value>
                  <ReferencesPanel
                    tabs={<BottomTabs />}
                    onClose={() => panes.show('problems', false)}
                  />
                </CalmContext>
              )}
            </Suspense>
          ),
        )}
        status={
          <StatusBar
            workshop={workshop}
            problemsOpen={panes.problems && bottomTab === 'problems'}
            onToggleProblems={() => {
              if (panes.problems && bottomTab === 'problems') panes.show('problems', false)
              else designer.actions.openBottom('problems')
            }}
            zoom={zoom}
          />
        }
      />
      {dialog === 'palette' && commands && (
        <commands.CommandPalette groups={groups} os={os} open onOpenChange={openOr('palette')} />
      )}
      <Suspense>
        {dialog === 'sheet' && (
          <ShortcutSheet groups={groups} os={os} open onOpenChange={openOr('sheet')} />
        )}
        {dialog === 'problems' && (
          <ProblemSettingsDialog
            settings={problems.settings}
            open
            onOpenChange={openOr('problems')}
          />
        )}
      </Suspense>
      {over && <DropHint />}
      <ToastRegion toaster={toaster} />
      <LiveRegion announcer={announcer} />
    </>
  )
}

function useDesk({ designer, files, clipboard, drafts, toaster }: Workshop): Desk {
  const confirm = useConfirm()
  return useMemo(
    () =>
      createDesk({
        designer,
        files,
        clipboard,
        download,
        drafts,
        confirm,
        tell: toaster.show,
        newText: () => newWorkflow('workflow'),
        fetchExample,
      }),
    [designer, files, clipboard, drafts, confirm, toaster],
  )
}

/** Whoever turns to another pane finds it as it is now. */
function useSettling({ calm }: Designer): void {
  useEffect(() => {
    const ending = new AbortController()
    const options = { capture: true, signal: ending.signal }
    window.addEventListener('pointerdown', calm.settle, options)
    window.addEventListener('focusin', calm.settle, options)
    return () => ending.abort()
  }, [calm])
}

/** Opens the code when a pane asks for it. */
function useCodeCalls({ show }: Panes): void {
  const calls = useView((view) => view.codeCalls)
  useEffect(() => {
    if (calls > 0) show('code', true)
  }, [calls, show])
}

/** Opens the pane at the bottom when another asks for it. */
function useBottomCalls({ show }: Panes): void {
  const calls = useView((view) => view.bottomCalls)
  useEffect(() => {
    if (calls > 0) show('problems', true)
  }, [calls, show])
}

/** Shows the place of the YAML that a pane asks for; opens the code only for those who want to go there. */
function useRevealCalls({ code, show }: Panes): void {
  const wanted = useView((view) => view.reveal)
  const reveal = useEffectEvent((request: RevealRequest) => {
    if (request.focus) show('code', true)
    else if (!code) return
    void loadEditor().then(({ revealRange }) =>
      revealRange(request.range, request.focus, request.explain),
    )
  })
  useEffect(() => {
    if (wanted) reveal(wanted)
  }, [wanted])
}
