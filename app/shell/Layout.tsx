import { useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import { Group, Panel, usePanelRef, type PanelImperativeHandle } from 'react-resizable-panels'
import styles from './Layout.module.css'
import { LayerHostContext, VisuallyHidden } from '../ui/index.ts'
import { heightsByRun, LEAST, type PaneName } from './pane-state.ts'
import { Region } from './Region.tsx'
import { Sash } from './Sash.tsx'
import { SkipLinks } from './SkipLinks.tsx'
import { useRegionCycle } from './use-region-cycle.ts'
import type { Panes } from './use-panes.ts'

export interface LayoutProps {
  readonly panes: Panes
  readonly toolbar: ReactNode
  readonly palette: ReactNode
  readonly canvas: ReactNode
  readonly inspector: ReactNode
  /** Not rendered before the pane is first opened, and kept from then on. */
  readonly code: ReactNode
  readonly problems: ReactNode
  /** Whether a run stands at the bottom, and no list. */
  readonly isRunBelow: boolean
  readonly status: ReactNode
}

/** The frame of the designer. Closed panes stay mounted, so that nothing in them is lost; F6 goes round. */
export function Layout({
  panes,
  toolbar,
  palette,
  canvas,
  inspector,
  code,
  problems,
  isRunBelow,
  status,
}: LayoutProps) {
  const frame = useRef<HTMLDivElement>(null)
  const [host, setHost] = useState<HTMLElement | null>(null)
  useRegionCycle(frame)

  const palettePanel = usePanelRef()
  const inspectorPanel = usePanelRef()
  const codePanel = usePanelRef()
  const problemsPanel = usePanelRef()
  const below = panes.dock === 'below'
  const showsRun = panes.problems && isRunBelow
  const byRun = heightsByRun(panes.sizes, window.innerHeight)
  const codeSize = !below ? 'codeRight' : showsRun ? 'codeByRun' : 'codeBelow'
  const codeHeight = codeSize === 'codeByRun' ? byRun.code : panes.sizes[codeSize]
  useOpen(palettePanel, panes.palette, panes.sizes.palette)
  useOpen(inspectorPanel, panes.inspector, panes.sizes.inspector)
  useOpen(codePanel, panes.code, codeHeight, codeSize)
  const bottomSize = isRunBelow ? 'run' : 'problems'
  const bottomHeight = isRunBelow ? byRun.run : panes.sizes.problems
  useOpen(problemsPanel, panes.problems, bottomHeight, bottomSize)

  const [codeSeen, setCodeSeen] = useState(panes.code)
  if (panes.code && !codeSeen) setCodeSeen(true)

  const remember = (
    panel: PanelImperativeHandle | null,
    name: PaneName,
    size: keyof Panes['sizes'],
  ) => {
    if (!panel) return
    const pixels = panel.getSize().inPixels
    const open = !panel.isCollapsed() && pixels > 1
    panes.show(name, open)
    if (open && Math.round(pixels) !== panes.sizes[size]) panes.setSize(size, pixels)
  }

  const centreLeast = !below && panes.code ? LEAST.canvasWidth + LEAST.codeRight : LEAST.canvasWidth

  return (
    <LayerHostContext value={host}>
      <div ref={frame} className={styles.frame}>
        <SkipLinks panes={panes} />
        <Region name="toolbar" label="Toolbar" className={styles.toolbar}>
          <VisuallyHidden>
            <h1>Stepwright</h1>
          </VisuallyHidden>
          {toolbar}
        </Region>
        <main className={styles.middle}>
          <Group
            orientation="vertical"
            onLayoutChanged={(_, { isUserInteraction }) => {
              if (isUserInteraction) remember(problemsPanel.current, 'problems', bottomSize)
            }}
          >
            <Panel id="pane-main" minSize={200} style={{ overflow: 'hidden' }}>
              <Group
                orientation="horizontal"
                onLayoutChanged={(_, { isUserInteraction }) => {
                  if (!isUserInteraction) return
                  remember(palettePanel.current, 'palette', 'palette')
                  remember(inspectorPanel.current, 'inspector', 'inspector')
                }}
              >
                <Panel
                  id="pane-palette"
                  panelRef={palettePanel}
                  collapsible
                  minSize={LEAST.palette}
                  maxSize={420}
                  defaultSize={panes.palette ? panes.sizes.palette : 0}
                  groupResizeBehavior="preserve-pixel-size"
                  style={{ overflow: 'hidden' }}
                >
                  <Region
                    name="palette"
                    label="Palette"
                    className={styles.side}
                    closed={!panes.palette}
                  >
                    {palette}
                  </Region>
                </Panel>
                <Sash label="Width of the palette" />
                <Panel id="pane-centre" minSize={centreLeast} style={{ overflow: 'hidden' }}>
                  <Group
                    orientation={below ? 'vertical' : 'horizontal'}
                    onLayoutChanged={(_, { isUserInteraction }) => {
                      if (isUserInteraction) remember(codePanel.current, 'code', codeSize)
                    }}
                  >
                    <Panel
                      id="pane-canvas"
                      minSize={below ? LEAST.canvasHeight : LEAST.canvasWidth}
                      style={{ overflow: 'hidden' }}
                    >
                      <Region name="canvas" label="Canvas" className={styles.canvas}>
                        <div className={styles.fill}>{canvas}</div>
                      </Region>
                    </Panel>
                    <Sash label={below ? 'Height of the code' : 'Width of the code'} />
                    <Panel
                      id="pane-code"
                      panelRef={codePanel}
                      collapsible
                      minSize={LEAST[codeSize]}
                      defaultSize={panes.code ? codeHeight : 0}
                      groupResizeBehavior="preserve-pixel-size"
                      style={{ overflow: 'hidden' }}
                    >
                      <Region name="code" label="Code" className={styles.code} closed={!panes.code}>
                        {codeSeen && code}
                      </Region>
                    </Panel>
                  </Group>
                </Panel>
                <Sash label="Width of the inspector" />
                <Panel
                  id="pane-inspector"
                  panelRef={inspectorPanel}
                  collapsible
                  minSize={LEAST.inspector}
                  maxSize={640}
                  defaultSize={panes.inspector ? panes.sizes.inspector : 0}
                  groupResizeBehavior="preserve-pixel-size"
                  style={{ overflow: 'hidden' }}
                >
                  <Region
                    name="inspector"
                    label="Inspector"
                    className={styles.side}
                    closed={!panes.inspector}
                  >
                    {inspector}
                  </Region>
                </Panel>
              </Group>
            </Panel>
            <Sash label="Height of the problems" />
            <Panel
              id="pane-problems"
              panelRef={problemsPanel}
              collapsible
              minSize={LEAST.problems}
              defaultSize={panes.problems ? bottomHeight : 0}
              groupResizeBehavior="preserve-pixel-size"
              style={{ overflow: 'hidden' }}
            >
              <Region
                name="problems"
                label="Problems"
                className={styles.side}
                closed={!panes.problems}
              >
                {problems}
              </Region>
            </Panel>
          </Group>
          <div ref={setHost} />
        </main>
        <Region name="status" label="Status bar" className={styles.status}>
          {status}
        </Region>
      </div>
    </LayerHostContext>
  )
}

/** Brings a panel to where the state wants it, also where another size is in force (`kind`); what the user does with the mouse is in the state already. */
function useOpen(
  panel: RefObject<PanelImperativeHandle | null>,
  open: boolean,
  size: number,
  kind?: string,
) {
  const last = useRef({ open, kind })
  useLayoutEffect(() => {
    if (last.current.open === open && last.current.kind === kind) return
    last.current = { open, kind }
    if (open) panel.current?.resize(size)
    else panel.current?.collapse()
  }, [panel, open, size, kind])
}
