import type { Monaco, MonacoTheme } from './monaco-types.ts'

/** Reads a design token as Monaco wants colours: `#rrggbb` or `#rrggbbaa`. */
export type ReadColour = (token: string) => string

/** The colours of code, by token of Monaco's grammars. */
const code: readonly (readonly [scope: string, token: string, fontStyle?: string])[] = [
  ['', '--text'],
  ['comment', '--text-muted', 'italic'],
  ['type', '--kind-container'],
  ['type.identifier', '--kind-container-set'],
  ['string', '--kind-data'],
  ['string.escape', '--kind-container-set'],
  ['string.invalid', '--danger-text'],
  ['number', '--kind-resource'],
  ['keyword', '--kind-steps'],
  ['constant', '--kind-steps'],
  ['tag', '--kind-http'],
  ['namespace', '--kind-http'],
  ['meta', '--kind-http'],
  ['metatag', '--kind-http'],
  ['regexp', '--kind-resource'],
  ['variable', '--kind-script'],
  ['attribute', '--kind-script'],
  ['predefined', '--kind-script'],
  ['operators', '--text-secondary'],
  ['delimiter', '--text-secondary'],
  ['invalid', '--danger-text'],
]

/** The colours of the editor around the code. What is not named here, Monaco derives. */
const surfaces: readonly (readonly [colour: string, token: string])[] = [
  ['editor.background', '--surface'],
  ['editor.foreground', '--text'],
  ['editorGutter.background', '--surface'],
  ['editorLineNumber.foreground', '--text-muted'],
  ['editorLineNumber.activeForeground', '--text'],
  ['editorCursor.foreground', '--accent'],
  ['editor.selectionBackground', '--selection'],
  ['editor.inactiveSelectionBackground', '--active'],
  ['editor.selectionHighlightBackground', '--hover'],
  ['editor.wordHighlightBackground', '--hover'],
  ['editor.wordHighlightStrongBackground', '--active'],
  ['editor.wordHighlightTextBackground', '--hover'],
  ['editor.lineHighlightBackground', '--sunken'],
  ['editor.lineHighlightBorder', '--sunken'],
  ['editor.findMatchBackground', '--warning-border'],
  ['editor.findMatchHighlightBackground', '--warning-subtle'],
  ['editor.findMatchBorder', '--warning'],
  ['editor.findRangeHighlightBackground', '--hover'],
  // Monaco colours brackets by depth; one quiet colour for all is calmer.
  ['editorBracketHighlight.foreground1', '--text-secondary'],
  ['editorBracketHighlight.foreground2', '--text-secondary'],
  ['editorBracketHighlight.foreground3', '--text-secondary'],
  ['editorBracketHighlight.foreground4', '--text-secondary'],
  ['editorBracketHighlight.foreground5', '--text-secondary'],
  ['editorBracketHighlight.foreground6', '--text-secondary'],
  ['editorBracketHighlight.unexpectedBracket.foreground', '--danger-text'],
  ['editorBracketMatch.background', '--active'],
  ['editorBracketMatch.border', '--border-strong'],
  ['editorIndentGuide.background1', '--border-subtle'],
  ['editorIndentGuide.activeBackground1', '--border'],
  ['editorWhitespace.foreground', '--border'],
  ['editorError.foreground', '--danger'],
  ['editorWarning.foreground', '--warning'],
  ['editorInfo.foreground', '--info'],
  ['editorOverviewRuler.border', '--surface'],
  ['editorOverviewRuler.errorForeground', '--danger'],
  ['editorOverviewRuler.warningForeground', '--warning'],
  ['editorOverviewRuler.infoForeground', '--info'],
  ['editorOverviewRuler.findMatchForeground', '--warning-border'],
  ['editorOverviewRuler.bracketMatchForeground', '--border'],
  ['editorMarkerNavigation.background', '--raised'],
  ['editorMarkerNavigationError.background', '--danger'],
  ['editorMarkerNavigationError.headerBackground', '--danger-subtle'],
  ['editorMarkerNavigationWarning.background', '--warning'],
  ['editorMarkerNavigationWarning.headerBackground', '--warning-subtle'],
  ['editorWidget.background', '--raised'],
  ['editorWidget.foreground', '--text'],
  ['editorWidget.border', '--border'],
  ['editorHoverWidget.background', '--raised'],
  ['editorHoverWidget.border', '--border'],
  ['editorSuggestWidget.background', '--raised'],
  ['editorSuggestWidget.border', '--border'],
  ['editorSuggestWidget.selectedBackground', '--accent-subtle'],
  ['editorSuggestWidget.selectedForeground', '--text'],
  ['editorSuggestWidget.highlightForeground', '--accent-text'],
  ['editorSuggestWidget.focusHighlightForeground', '--accent-text'],
  ['quickInput.background', '--raised'],
  ['quickInputList.focusBackground', '--accent-subtle'],
  ['quickInputList.focusForeground', '--text'],
  ['list.hoverBackground', '--hover'],
  ['list.focusBackground', '--accent-subtle'],
  ['list.focusForeground', '--text'],
  ['list.activeSelectionBackground', '--accent-subtle'],
  ['list.activeSelectionForeground', '--text'],
  ['list.highlightForeground', '--accent-text'],
  ['list.focusHighlightForeground', '--accent-text'],
  ['menu.background', '--raised'],
  ['menu.foreground', '--text'],
  ['menu.border', '--border'],
  ['menu.separatorBackground', '--border-subtle'],
  ['menu.selectionBackground', '--accent-subtle'],
  ['menu.selectionForeground', '--text'],
  ['input.background', '--surface'],
  ['input.foreground', '--text'],
  ['input.border', '--border-strong'],
  ['input.placeholderForeground', '--text-muted'],
  ['inputOption.activeBackground', '--accent-subtle'],
  ['inputOption.activeForeground', '--accent-text'],
  ['inputOption.activeBorder', '--accent-border'],
  ['button.background', '--accent'],
  ['button.foreground', '--on-accent'],
  ['focusBorder', '--focus'],
  ['foreground', '--text'],
  ['descriptionForeground', '--text-secondary'],
  ['icon.foreground', '--text-secondary'],
  ['textLink.foreground', '--accent-text'],
  ['keybindingLabel.foreground', '--text-secondary'],
  ['scrollbar.shadow', '--surface'],
  ['scrollbarSlider.background', '--scrollbar'],
  ['scrollbarSlider.hoverBackground', '--scrollbar-hover'],
  ['scrollbarSlider.activeBackground', '--scrollbar-hover'],
  ['minimap.background', '--surface'],
  ['minimapSlider.background', '--scrollbar'],
  ['minimapSlider.hoverBackground', '--scrollbar-hover'],
  ['minimapSlider.activeBackground', '--scrollbar-hover'],
  ['widget.border', '--border'],
  ['widget.shadow', '--border'],
]

/** Monaco's theme made of the design tokens. */
export function themeData(isDark: boolean, read: ReadColour): MonacoTheme {
  return {
    base: isDark ? 'vs-dark' : 'vs',
    // Monaco's own rules are more special than these and would win.
    inherit: false,
    rules: code.map(([token, colour, fontStyle]) => ({
      token,
      foreground: read(colour).slice(1, 7),
      ...(fontStyle === undefined ? {} : { fontStyle }),
    })),
    colors: Object.fromEntries(surfaces.map(([colour, token]) => [colour, read(token)])),
  }
}

/** A CSS colour of the tokens (`#rgb`, `#rrggbb`, `rgb(r g b / a)`) in hexadecimal digits; black if it is none. */
export function toHex(css: string): string {
  const value = css.trim()
  if (/^#[\da-f]{6}(?:[\da-f]{2})?$/i.test(value)) return value
  const [short] = /^#[\da-f]{3}$/i.exec(value) ?? []
  if (short !== undefined) return `#${[...short.slice(1)].map((digit) => digit + digit).join('')}`
  const numbers = value.match(/[\d.]+/g)?.map(Number)
  if (!value.startsWith('rgb') || numbers === undefined) return '#000000'
  const [red = 0, green = 0, blue = 0, alpha = 1] = numbers
  const digits = [red, green, blue, alpha * 255].map((part) =>
    Math.round(part).toString(16).padStart(2, '0'),
  )
  return `#${digits.join('')}`
}

/** Keeps Monaco's theme that of the page, which changes with `data-theme`. */
export function followTheme(monaco: Monaco): void {
  const root = document.documentElement
  const apply = (): void => {
    const style = getComputedStyle(root)
    const isDark = root.dataset['theme'] === 'dark'
    const name = isDark ? 'stepwright-dark' : 'stepwright-light'
    const read: ReadColour = (token) => toHex(style.getPropertyValue(token))
    monaco.editor.defineTheme(name, themeData(isDark, read))
    monaco.editor.setTheme(name)
  }
  apply()
  new MutationObserver(apply).observe(root, { attributeFilter: ['data-theme'] })
}
