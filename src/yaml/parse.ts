import type { Document } from 'yaml'
import { composeDocuments, MAX_TEXT_LENGTH } from './compose.ts'
import { convertDocuments } from './convert.ts'
import { composeRepaired } from './repair.ts'
import { withListed } from './listed.ts'
import { unknownAliases } from './marks.ts'
import { describeError } from './problem.ts'
import type { YamlDocument, YamlProblem, YamlTree } from './tree.ts'

/**
 * Parses a text of any number of documents. Never throws: a text that is not YAML, is nested too deeply or is longer than
 * `MAX_TEXT_LENGTH` gives a tree with problems of severity `error`, and as many nodes as could be made of it.
 */
export function parseTree(text: string): YamlTree {
  return withListed(parseStream(text))
}

/** The same without the items of lists. */
export function parseStream(text: string): YamlTree {
  if (text.length > MAX_TEXT_LENGTH) return unparsed(text, 'yaml-too-large')
  try {
    return compose(text)
  } catch (error) {
    // The composer is recursive, and so are we: the stack is the limit of nesting.
    if (error instanceof RangeError) return unparsed(text, 'yaml-too-deep')
    throw error
  }
}

function compose(text: string): YamlTree {
  const composed = composeDocuments(text)
  const sound = composed.every((document) => document.errors.length === 0)
  const repaired = sound ? undefined : composeRepaired(text, composed)
  const documents = convertDocuments(text, repaired?.documents ?? composed, repaired?.joined)
  const problems = sound || repaired !== undefined ? [] : problemsOf(text, composed)
  return { text, documents, problems: [...problems, ...documents.flatMap(unknownAliases)] }
}

function problemsOf(text: string, documents: readonly Document.Parsed[]): YamlProblem[] {
  return documents.flatMap(({ errors }) => errors.map((error) => describeError(error, text)))
}

/** Stands for the tree of a long text until there is time to read it: as that of a text that is no YAML, with nothing in it. */
export function provisionalTree(text: string): YamlTree {
  const message = 'This text does not parse, or has yet to be read.'
  const range = { from: 0, to: 0 }
  const problem: YamlProblem = { code: 'yaml-syntax', severity: 'error', message, range }
  return { text, documents: [emptyDocument(text)], problems: [problem], isProvisional: true }
}

function unparsed(text: string, code: 'yaml-too-deep' | 'yaml-too-large'): YamlTree {
  const limit = `${String(MAX_TEXT_LENGTH / 1024 / 1024)} million characters`
  const message =
    code === 'yaml-too-deep'
      ? 'The text is nested too deeply to be drawn. Check for brackets that are never closed.'
      : `The text is longer than ${limit} and is not drawn. It can still be edited and saved.`
  const problem: YamlProblem = { code, severity: 'error', message, range: { from: 0, to: 0 } }
  return { text, documents: [emptyDocument(text)], problems: [problem] }
}

function emptyDocument(text: string): YamlDocument {
  const root = { kind: 'empty', length: 0 } as const
  return { at: 0, length: text.length, root, rootAt: 0, hasAnchors: false }
}
