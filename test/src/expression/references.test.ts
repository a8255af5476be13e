import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  findExpressionReferences,
  findReferences,
  parseReference,
  shortReference,
  type Reference,
} from '../../../src/expression/index.ts'

/** A reference in one line: kind, then names with the text under their range. */
function summary(text: string, reference: Reference | undefined): string {
  if (!reference) return 'none'
  const at = (range: { from: number; to: number }): string => text.slice(range.from, range.to)
  switch (reference.kind) {
    case 'step': {
      const { part } = reference
      const name = 'name' in part ? ` ${at(part.name.range)}` : ''
      const more =
        part.kind === 'field' ? ` ${part.field}` : part.kind === 'unknown' ? ` ${part.text}` : ''
      return `${reference.scope} ${at(reference.step.range)} ${part.kind}${name}${more}`
    }
    case 'input':
    case 'output':
      return `${reference.kind} ${reference.of} ${at(reference.name.range)}${reference.path ? ' path' : ''}`
    case 'workflow-output':
      return `${reference.kind} ${reference.of} ${at(reference.name.range)}`
    case 'workflow-parameter':
      return `${reference.kind} ${at(reference.name.range)}`
    case 'item':
      return reference.key ? `item ${at(reference.key.range)}` : 'item'
    case 'built-in':
      return `built-in ${reference.name}`
  }
}

describe('parseReference', () => {
  it.each([
    ['steps.flip-coin.outputs.result', 'steps flip-coin result'],
    ['steps.a.outputs.parameters.p_1', 'steps a parameter p_1'],
    ['steps.a.outputs.parameters', 'steps a parameters'],
    ['steps.a.outputs.artifacts.x.tgz', 'steps a artifact x.tgz'],
    ['steps.a.status', 'steps a field status'],
    ['tasks.a.exitCode', 'tasks a field exitCode'],
    ['tasks.a.outputs.exitCode', 'tasks a field exitCode'],
    ['steps.a', 'steps a unknown '],
    ['steps.a.output.result', 'steps a unknown output.result'],
    ['steps.name', 'built-in steps.name'],
    ['inputs.parameters.p', 'input parameter p'],
    ['inputs.parameters', 'built-in inputs.parameters'],
    ['inputs.artifacts.a.path', 'input artifact a path'],
    ['inputs.artifacts.a', 'input artifact a'],
    ['inputs.artifacts.path', 'input artifact path'],
    ['outputs.parameters.p.path', 'output parameter p path'],
    ['outputs.artifacts.text.path', 'output artifact text path'],
    ['workflow.parameters.p', 'workflow-parameter p'],
    ['workflow.parameters.json', 'built-in workflow.parameters.json'],
    ['workflow.outputs.parameters.g', 'workflow-output parameter g'],
    ['workflow.labels.app.kubernetes.io/name', 'built-in workflow.labels.app.kubernetes.io/name'],
    ['workflow.name', 'built-in workflow.name'],
    ['item', 'item'],
    ['item.key', 'item key'],
    ['item.[0]', 'item [0]'],
    ['pod.name', 'built-in pod.name'],
    ['lastRetry.exitCode', 'built-in lastRetry.exitCode'],
    ['step.a.outputs.result', 'none'],
    ['steps', 'none'],
    ['steps..x', 'none'],
    ['workflow', 'none'],
    ['inputs.parameter.x', 'none'],
    ['a b', 'none'],
    ['', 'none'],
  ])('reads %s', (body, expected) => {
    expect(summary(body, parseReference(body))).toBe(expected)
  })
})

describe('findReferences', () => {
  const found = (text: string): string[] =>
    findReferences(text).map((one) => `${one.form} ${summary(text, one.reference)}`)

  it('gives absolute ranges', () => {
    expect(found('say {{ inputs.parameters.a }} and {{item.b}}')).toEqual([
      'tag input parameter a',
      'tag item b',
    ])
  })

  it('sees the inner tag that Argo resolves first', () => {
    expect(found('{{inputs.parameters.{{item}}}}')).toEqual(['tag item'])
  })

  it('reads expressions with dots and brackets, and skips their strings and comments', () => {
    const text = `{{=steps['my-step'].outputs.result == "steps.no.status" /* steps.no.id */ ? inputs.parameters["p"] : steps?.b?.outputs.parameters.q.foo}}`
    expect(found(text)).toEqual([
      'expression steps my-step result',
      'expression input parameter p',
      'expression steps b parameter q',
    ])
    expect(
      findReferences(text).map((one) => one.reference.kind === 'step' && one.reference.step.style),
    ).toEqual(['bracket', false, 'dotted'])
  })

  it('does not take a hyphenated step without brackets for another step', () => {
    expect(found('{{=steps.flip-coin.outputs.result}}')).toEqual([])
  })

  it('ignores members that are called like roots, and unclosed tags', () => {
    expect(found('{{=x.steps.a.status}} {{steps.a.status')).toEqual([])
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void findReferences(`{{=${text}}}${text}`)))
  })
})

describe('findExpressionReferences', () => {
  it('reads bare expressions, and tags in them', () => {
    const text =
      "tasks['flip'].outputs.result == '{{inputs.parameters.side}}' ? 'a' : tasks.b.status"
    const found = findExpressionReferences(text)
    expect(found.map((one) => `${one.form} ${summary(text, one.reference)}`)).toEqual([
      'expression tasks flip result',
      'tag input parameter side',
      'expression tasks b field status',
    ])
  })
})

describe('shortReference', () => {
  it.each([
    ['steps.flip.outputs.result', 'flip.result'],
    ['steps.a.outputs.parameters.p', 'a.p'],
    ['steps.a.status', 'a.status'],
    ['inputs.parameters.p', 'p'],
    ['workflow.parameters.p', 'p'],
    ['workflow.status', 'workflow.status'],
    ['item.key', 'item.key'],
  ])('calls %s %s', (body, expected) => {
    const reference = parseReference(body)
    expect(reference && shortReference(reference)).toBe(expected)
  })
})
