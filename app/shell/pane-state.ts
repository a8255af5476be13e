export type Dock = 'below' | 'right'
export type PaneName = 'palette' | 'inspector' | 'code' | 'problems'

/** Which panes are open, where the code is, and how big they are in pixels. */
export interface PaneState {
  readonly palette: boolean
  readonly inspector: boolean
  readonly code: boolean
  readonly problems: boolean
  readonly dock: Dock
  readonly sizes: PaneSizes
}

export interface PaneSizes {
  readonly palette: number
  readonly inspector: number
  readonly codeBelow: number
  readonly codeRight: number
  readonly problems: number
  /** Of the pane at the bottom when it has a run, and of the code below the canvas then; nothing until a person sets them. */
  readonly run: number | undefined
  readonly codeByRun: number | undefined
}

/** Least sizes in pixels. All panes open, with the code on the right, fit into 1024. */
export const LEAST = {
  palette: 176,
  inspector: 256,
  canvasWidth: 260,
  canvasHeight: 160,
  codeBelow: 96,
  codeRight: 280,
  problems: 96,
  run: 96,
  codeByRun: 96,
} as const

/** Sizes for a window of that many pixels: wide ones give the side panes more, but never most. */
export function defaultPanes(width: number, height: number): PaneState {
  const roomy = width >= 1280
  return {
    palette: true,
    inspector: true,
    code: true,
    problems: false,
    dock: 'below',
    sizes: {
      palette: roomy ? 232 : 196,
      inspector: roomy ? 320 : 272,
      codeBelow: Math.round(Math.max(LEAST.codeBelow, Math.min(360, height * 0.32))),
      codeRight: Math.round(Math.max(LEAST.codeRight, Math.min(520, width * 0.3))),
      problems: 168,
      run: undefined,
      codeByRun: undefined,
    },
  }
}

/** Pixels that toolbar, status bar and the lines between panes take of the window's height. */
const AROUND = 70

/**
 * Heights while a run is shown in a window of that many pixels: of the run, and of the code below the canvas. A run shows more than a list, and is looked at on the
 * canvas, so where there is little room the code gives way. What a person has set stays.
 */
export function heightsByRun(
  { problems, codeBelow, run, codeByRun }: PaneSizes,
  height: number,
): { readonly run: number; readonly code: number } {
  const own = run ?? Math.max(problems, Math.round(height * 0.3))
  const inside = height - AROUND
  const canvas = Math.min(300, Math.round(inside * 0.45))
  const left = Math.max(LEAST.codeByRun, inside - own - canvas)
  return { run: own, code: codeByRun ?? Math.min(codeBelow, left) }
}

/** Reads what was stored; whatever is missing or senseless falls back to `defaults`. */
export function readPanes(stored: string | null, defaults: PaneState): PaneState {
  const raw = parse(stored)
  const sizes = record(raw['sizes'])
  const flag = (name: PaneName) => {
    const value = raw[name]
    return typeof value === 'boolean' ? value : defaults[name]
  }
  const size = <Name extends keyof PaneSizes>(name: Name): number | PaneSizes[Name] => {
    const value = sizes[name]
    const least = LEAST[name]
    return typeof value === 'number' && value >= least && value < 10_000
      ? value
      : defaults.sizes[name]
  }
  return {
    palette: flag('palette'),
    inspector: flag('inspector'),
    code: flag('code'),
    problems: flag('problems'),
    dock: raw['dock'] === 'below' || raw['dock'] === 'right' ? raw['dock'] : defaults.dock,
    sizes: {
      palette: size('palette'),
      inspector: size('inspector'),
      codeBelow: size('codeBelow'),
      codeRight: size('codeRight'),
      problems: size('problems'),
      run: size('run'),
      codeByRun: size('codeByRun'),
    },
  }
}

function parse(stored: string | null): Record<string, unknown> {
  if (stored === null) return {}
  try {
    return record(JSON.parse(stored))
  } catch {
    return {}
  }
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
