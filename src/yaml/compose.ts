import { Composer, Parser, visit, YAMLParseError, type Document, type Pair } from 'yaml'

/**
 * The largest text that is parsed, in UTF-16 code units. Kubernetes stores objects of about 1 MB at most; this leaves
 * room for files of several objects.
 */
export const MAX_TEXT_LENGTH: number = 10 * 1024 * 1024

/**
 * Composes the documents of a text. Scalars stay strings (the failsafe schema): what they mean is decided by
 * `resolveScalar`, in the way that Kubernetes does. May throw a RangeError when the text is nested too deeply.
 */
export function composeDocuments(text: string): Document.Parsed[] {
  const composer = new Composer({
    schema: 'failsafe',
    uniqueKeys: false,
    keepSourceTokens: true,
    merge: false,
    prettyErrors: false,
    logLevel: 'silent',
  })
  const documents: Document.Parsed[] = []
  const hasExplicitKeys = EXPLICIT_KEY.test(text)
  for (const document of composer.compose(new Parser().parse(text), true, text.length)) {
    if (hasExplicitKeys) document.errors.push(...lostValues(document))
    documents.push(document)
  }
  return documents
}

const EXPLICIT_KEY = /^[ -]*\?[ \t\r\n]/m

/**
 * Errors for values behind an explicit key that no colon begins. YAML does not allow them, and the composer drops them
 * without a word.
 */
function lostValues(document: Document.Parsed): YAMLParseError[] {
  const errors: YAMLParseError[] = []
  visit(document, {
    Pair: (_, { srcToken: token }: Pair) => {
      const isExplicit = token?.start.some(({ type }) => type === 'explicit-key-ind') === true
      const lost = isExplicit ? token.value : undefined
      if (lost === undefined || token?.sep?.some(({ type }) => type === 'map-value-ind')) return
      errors.push(new YAMLParseError([lost.offset, lost.offset + 1], 'MISSING_CHAR', LOST))
    },
  })
  return errors
}

const LOST = 'The value of a key that begins with a question mark must begin with a colon.'
