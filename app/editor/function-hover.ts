import { functionCallAt } from '../../src/expression/index.ts'
import { describeFunction } from '../../src/flow/index.ts'
import { textAt } from '../../src/schema/index.ts'
import { expressionKeys } from './reference-help.ts'
import { descriptionWords } from './words.ts'

/** What is said of a function, and where its name is. */
export interface FunctionHover {
  readonly from: number
  readonly to: number
  readonly paragraphs: readonly string[]
}

/** Explains the function that an expression calls at an offset: in a tag, or in YAML in a field that is an expression as a whole. */
export function functionHover(
  text: string,
  offset: number,
  isYaml: boolean,
): FunctionHover | undefined {
  const call = functionCallAt(text, offset)
  if (call === undefined || !(isInTag(text, offset) || (isYaml && isInField(text, offset))))
    return undefined
  const { help, from, to } = call
  return { from, to, paragraphs: descriptionWords(describeFunction(help)) }
}

function isInTag(text: string, offset: number): boolean {
  const open = text.lastIndexOf('{{=', offset)
  return open >= 0 && text.lastIndexOf('}}', offset - 1) < open
}

function isInField(text: string, offset: number): boolean {
  return expressionKeys.includes(textAt(text, offset)?.path.at(-1))
}
