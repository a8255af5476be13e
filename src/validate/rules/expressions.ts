import type { FieldReader } from '../../argo/index.ts'
import type { Path } from '../../base/index.ts'
import { checkExpr, findHyphens, type ExprNames } from '../../expression/index.ts'
import { keyText, type YamlNode } from '../../yaml/index.ts'
import {
  expressionMessage,
  type ExpressionFix,
  type ExpressionMessage,
} from '../expression-messages.ts'
import { placeOf, type ExpressionPlace } from '../expression-places.ts'
import { settingField, type FixMaker } from '../fix.ts'
import { findingsBelow, type Finding } from '../problem.ts'
import type { DocumentRule, OwnRule, StepRule } from '../scope.ts'
import type { CheckSettings } from '../settings.ts'
import type { TaggedExpression, TaggedText } from '../tagged-text.ts'
import { textsAround, textsUnder } from '../texts.ts'

/**
 * What Argo evaluates with expr-lang must be an expression, of names and types that fit. Argo’s lint looks at none of it. (Argo: `expr.Compile`
 * in the controller, and what `checkExpr` says of it.)
 */
export const checkTemplateExpressions: OwnRule = (template, reader, settings) =>
  inTexts(textsAround(template), template.node, reader, settings, false)

/** The same of steps and tasks, with the templates that they have in place. */
export const checkStepExpressions: StepRule = ({ node }, reader, settings) =>
  inTexts(textsUnder(node), node, reader, settings, false)

/** The same of what belongs to a workflow or a schedule, and to no template. */
export const checkWorkflowExpressions: DocumentRule = ({ manifest, reader, settings }) => {
  const { spec, specPath, kind, document } = manifest
  const inSpec = (node: YamlNode | undefined, path: Path): readonly Finding[] => {
    const entries = node?.kind === 'map' ? node.entries : []
    return entries.flatMap((entry) => {
      const key = keyText(entry)
      if (key === undefined || key === 'templates' || key === 'workflowSpec') return []
      const texts = textsUnder(entry.value).map((text) => ({ ...text, path: [key, ...text.path] }))
      return findingsBelow(path, inTexts(texts, node, reader, settings, key === 'hooks'))
    })
  }
  const schedule =
    kind === 'CronWorkflow' ? inSpec(reader.field(document.root, 'spec'), ['spec']) : []
  return [...schedule, ...inSpec(spec.node, specPath)]
}

function inTexts(
  texts: readonly TaggedText[],
  owner: YamlNode | undefined,
  reader: FieldReader,
  { target }: CheckSettings,
  isOfWorkflow: boolean,
): readonly Finding[] {
  return texts.flatMap((text) =>
    text.expressions.flatMap((expression) => {
      const hasDefault = reader.text(reader.at(owner, text.path.slice(0, -1)), 'default')
      const is = { isOfWorkflow, hasDefault: hasDefault !== undefined }
      const place = placeOf(text.path, expression, target, is)
      return place === undefined ? [] : inExpression(text, expression, place)
    }),
  )
}

/** What is wrong with an expression of a text; paths are the text's. */
export function inExpression(
  text: Pick<TaggedText, 'path' | 'text'>,
  expression: TaggedExpression,
  { names, fails, failsUnread, wrong, unread }: ExpressionPlace,
): readonly Finding[] {
  return messagesOf(expression, names).map(({ range, code, message, isRefused, fixes: ways }) => {
    const isUnread = expression.parsed.tree === undefined
    const isError = isUnread ? failsUnread : fails && isRefused
    const fixes = isUnread ? withoutBraces(text, expression) : []
    for (const way of ways) fixes.push(replacing(text, expression, way))
    const ends = isUnread ? unread : wrong
    const from = range.to > range.from || range.from === 0 ? range.from : range.from - 1
    const within = { from: from + expression.from, to: range.to + expression.from }
    return {
      code,
      message: isRefused ? `${message} ${ends}` : message,
      path: text.path,
      within,
      severity: isError ? 'error' : 'warning',
      ...(fixes.length === 0 ? {} : { fixes }),
    }
  })
}

/** Takes the braces from a tag in the tag of an expression: it ends where the one in it does. */
function withoutBraces(
  { text, path }: Pick<TaggedText, 'path' | 'text'>,
  { parsed, from, isWhole }: TaggedExpression,
): FixMaker[] {
  const inner = parsed.text.indexOf('{{')
  const end = text.indexOf('}}', from)
  if (isWhole || inner < 0 || !/^[^{]*\}\}/.test(text.slice(end + 2))) return []
  const kept = text.slice(0, from) + parsed.text.replaceAll('{{', '') + text.slice(end + 2)
  return [settingField('Remove the inner braces', path, kept)]
}

function replacing(
  { text, path }: Pick<TaggedText, 'path' | 'text'>,
  { from }: TaggedExpression,
  { title, range, insert }: ExpressionFix,
): FixMaker {
  const changed = text.slice(0, from + range.from) + insert + text.slice(from + range.to)
  return settingField(title, path, changed)
}

type Said = ExpressionMessage & { readonly range: Finding['within'] & object }

const said = new WeakMap<TaggedExpression, Map<ExprNames, readonly Said[]>>()

/** What to say of an expression where certain names are known. Kept with the expression. */
function messagesOf(expression: TaggedExpression, names: ExprNames): readonly Said[] {
  const kept = said.get(expression) ?? new Map<ExprNames, readonly Said[]>()
  said.set(expression, kept)
  const found = kept.get(names) ?? makeMessages(expression, names)
  kept.set(names, found)
  return found
}

function makeMessages({ parsed }: TaggedExpression, names: ExprNames): readonly Said[] {
  const { text } = parsed
  const variables = [...names.variables].map((name) => name.split('.')[0] ?? '')
  const roots = [...new Set([...(names.roots ?? []), ...variables])]
  const hyphens = text.includes('-') ? findHyphens(text, new Set(roots)) : []
  if (hyphens.length > 0)
    return hyphens.map(({ name, range, insert }) => ({
      code: 'expression-hyphen',
      message: `In an expression ${name} is a subtraction. Write ${insert}.`,
      isRefused: true,
      fixes: [{ title: `Write ${insert}`, range, insert }],
      range,
    }))
  return checkExpr(parsed, names).map((finding) => ({
    ...expressionMessage(finding, text, roots),
    range: finding.range,
  }))
}
