import { Composer, Parser, type Document } from 'yaml'

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
  for (const document of composer.compose(new Parser().parse(text), true, text.length)) {
    documents.push(document)
  }
  return documents
}
