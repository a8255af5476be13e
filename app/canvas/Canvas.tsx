import { assertNever } from '../../src/base/index.ts'
import { CalmContext, useScene, useView } from '../store/index.ts'
import styles from './Canvas.module.css'
import { DagFlow } from './dag/DagFlow.tsx'
import { InspectContext } from './inspect-context.ts'
import { LanesView } from './LanesView.tsx'
import { NothingToDraw } from './NothingToDraw.tsx'
import { OriginBanner } from './OriginBanner.tsx'
import { OtherTemplate } from './OtherTemplate.tsx'
import { pictureOf, type Picture } from './picture.ts'
import { Referenced } from './Referenced.tsx'
import { RefactorDialog } from './refactor/RefactorDialog.tsx'
import { StaleBanner } from './StaleBanner.tsx'
import { TemplateBar } from './TemplateBar.tsx'

export interface CanvasProps {
  /** Brings the keys to the inspector, for the step that is selected. */
  readonly onInspect?: () => void
}

/** The pane in the middle. Must stand inside a `DragProvider`. */
export function Canvas({ onInspect = () => undefined }: CanvasProps) {
  return (
    <InspectContext value={onInspect}>
      <div className={styles.canvas}>
        {above}
        <div className={styles.picture}>
          <Scenery />
          <StaleBanner />
        </div>
      </div>
    </InspectContext>
  )
}

/** Made once, so that it is not drawn again with the picture. */
const above = (
  <>
    <CalmContext value>
      <TemplateBar />
    </CalmContext>
    <OriginBanner />
    <RefactorDialog />
  </>
)

/** What is drawn of the scene; for a workflow that runs another manifest, that of the other one within. */
function Scenery() {
  const scene = useScene()
  const openings = useView((view) => view.openings)
  const picture = pictureOf(scene)
  if (picture.type === 'nothing' && picture.reason === 'reference')
    return (
      <Referenced>
        <TemplateBar />
        <div className={styles.picture}>
          <Scenery />
        </div>
      </Referenced>
    )
  const viewKey = [openings, scene.document, scene.address ?? 0].join()
  return <Drawn picture={picture} viewKey={viewKey} />
}

function Drawn({ picture, viewKey }: { readonly picture: Picture; readonly viewKey: string }) {
  switch (picture.type) {
    case 'lanes':
      return <LanesView picture={picture} viewKey={viewKey} />
    case 'graph':
      return <DagFlow picture={picture} viewKey={viewKey} />
    case 'template':
      return <OtherTemplate address={picture.address} />
    case 'nothing':
      return (
        <div className={styles.nothing}>
          <NothingToDraw />
        </div>
      )
    default:
      return assertNever(picture)
  }
}
