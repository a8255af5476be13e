import { ChangeSet } from '../../src/document/index.ts'
import { lineBreakOf } from '../../src/yaml/index.ts'
import { hiddenStart, LineMap, shownText, type ModelPosition } from './line-map.ts'

/** A range of a model, as Monaco has it. */
export interface ModelRange {
  readonly startLineNumber: number
  readonly startColumn: number
  readonly endLineNumber: number
  readonly endColumn: number
}

/** A replacement in a model, as its events tell and as it takes it. */
export interface ModelEdit {
  readonly range: ModelRange
  readonly text: string
}

/** The range of a model between two offsets of the text. */
export function modelRange(map: LineMap, from: number, to: number): ModelRange {
  const start = map.positionAt(from)
  const end = from === to ? start : map.positionAt(to)
  return {
    startLineNumber: start.lineNumber,
    startColumn: start.column,
    endLineNumber: end.lineNumber,
    endColumn: end.column,
  }
}

/**
 * What was typed into the model, as changes of the text that it shows. New lines get the line break that the text uses; where an
 * edit would make one break of a CR and an LF that stood apart, an LF more keeps them apart. Empty if nothing changed.
 */
export function documentChanges(
  text: string,
  map: LineMap,
  edits: readonly ModelEdit[],
): ChangeSet {
  if (runsBackwards(edits)) return changesAtOnce(text, map, edits)
  // Each edit counts in the text that the one before it left.
  let now = text
  let nowMap = map
  let all = ChangeSet.empty(text.length)
  for (const edit of edits) {
    const changes = changesAtOnce(now, nowMap, [edit])
    now = changes.apply(now)
    nowMap = nowMap.update(changes, now)
    all = all.compose(changes)
  }
  return all
}

/** Changes of the text as the edits that show them in the model. They are for the model before, all at once. */
export function modelEdits(
  before: string,
  map: LineMap,
  changes: ChangeSet,
  after: string,
): readonly ModelEdit[] {
  const first = changes.changes[0]
  const touchesMark = hiddenStart(before) === 1 && first?.from === 0
  if (touchesMark || hiddenStart(before) !== hiddenStart(after)) return editsBetween(before, after)
  const edits: ModelEdit[] = []
  for (const { before: old, after: now } of changes.changedRanges) {
    const { from, to } = old
    // A line break must be replaced as a whole, and one may come about where CR and LF meet.
    const left =
      before[from - 1] === '\r' && (before[from] === '\n' || after[now.from] === '\n') ? 1 : 0
    const right =
      before[to] === '\n' && (before[to - 1] === '\r' || after[now.to - 1] === '\r') ? 1 : 0
    const start = now.from === 0 ? hiddenStart(after) : now.from - left
    edits.push({
      range: modelRange(map, from - left, to + right),
      text: after.slice(start, now.to + right).replace(/\r\n?/g, '\n'),
    })
  }
  return edits.filter(({ range, text }) => text !== '' || !isEmpty(range))
}

/** When another character than before is the byte order mark, the model no longer hides the same. */
function editsBetween(before: string, after: string): readonly ModelEdit[] {
  const [from, to] = [shownText(before), shownText(after)]
  const map = LineMap.of(from, 0)
  return ChangeSet.between(from, to).changes.map((change) => ({
    range: modelRange(map, change.from, change.to),
    text: change.insert,
  }))
}

function changesAtOnce(text: string, map: LineMap, edits: readonly ModelEdit[]): ChangeSet {
  const lineBreak = lineBreakOf(text)
  // Events run from the end to the start; a change set keeps the order of insertions at one place.
  const changes = edits.toReversed().map(({ range, text: typed }) => ({
    from: map.offsetAt(startOf(range)),
    to: map.offsetAt({ lineNumber: range.endLineNumber, column: range.endColumn }),
    insert: typed.replace(/\r\n?|\n/g, lineBreak),
  }))
  const joined = ChangeSet.of(changes, text.length)
  const apart = joined.changes.map(({ from, to, insert }) => ({
    from,
    to,
    insert: keepApart(text[from - 1], insert, text[to]),
  }))
  return ChangeSet.of(apart, text.length).trim(text)
}

function keepApart(before: string | undefined, insert: string, after: string | undefined): string {
  if (insert === '') return before === '\r' && after === '\n' ? '\n' : ''
  const start = before === '\r' && insert.startsWith('\n') ? '\n' : ''
  const end = insert.endsWith('\r') && after === '\n' ? '\n' : ''
  return start + insert + end
}

function runsBackwards(edits: readonly ModelEdit[]): boolean {
  return edits.every((edit, index) => {
    const previous = edits[index - 1]
    if (previous === undefined) return true
    const { endLineNumber, endColumn } = edit.range
    const start = startOf(previous.range)
    return (
      endLineNumber < start.lineNumber ||
      (endLineNumber === start.lineNumber && endColumn <= start.column)
    )
  })
}

function startOf(range: ModelRange): ModelPosition {
  return { lineNumber: range.startLineNumber, column: range.startColumn }
}

function isEmpty(range: ModelRange): boolean {
  return range.startLineNumber === range.endLineNumber && range.startColumn === range.endColumn
}
