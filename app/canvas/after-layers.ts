const LAYERS = '[role="menu"], [role="dialog"], [role="alertdialog"]'
/** About a second; a layer that is still there then is to stay. */
const FRAMES = 60

/**
 * Runs something once menus and dialogs are gone; at once if there are none. They give the focus back when they close, and what an
 * action does with the focus must come after that.
 */
export function afterLayers(run: () => void): void {
  if (isLayerOpen()) wait(run, FRAMES)
  else run()
}

function wait(run: () => void, frames: number): void {
  requestAnimationFrame(() => {
    if (frames > 0 && isLayerOpen()) wait(run, frames - 1)
    else setTimeout(run, 0)
  })
}

function isLayerOpen(): boolean {
  return typeof document !== 'undefined' && document.querySelector(LAYERS) !== null
}
