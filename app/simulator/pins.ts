import type { Answered, ArtifactContent, Outcome, ProvideSome } from '../../src/simulate/index.ts'
import type { TraceIndex } from '../store/index.ts'

/** How a step ended in a run, and what it was given: with other inputs it might end otherwise. */
export interface Answer {
  readonly outcome: Outcome
  /** The template with everything filled in, as text; nothing when the outcome holds whatever the inputs are. */
  readonly template: string | undefined
  /** What its input artifacts held. */
  readonly artifacts: Readonly<Record<string, ArtifactContent>>
}

/** Outcomes of an earlier run by the names of nodes. */
export type Answers = ReadonlyMap<string, Answer>

/** Answers as an earlier run did, for steps that are given the same again. */
export function pinnedBy(answers: Answers): ProvideSome {
  return ({ node, template }) => {
    const answer = answers.get(node.name)
    if (answer === undefined) return undefined
    const isSame = answer.template === undefined || answer.template === JSON.stringify(template)
    return isSame ? answer.outcome : undefined
  }
}

/** What is remembered of a pod that was answered. */
export function answerOf({ request: { template, artifacts }, outcome }: Answered): Answer {
  return { outcome, template: JSON.stringify(template), artifacts }
}

/** The answers that stay when a run begins again at a node: those of steps that had ended when it started, and are no part of it. */
export function answersBefore(index: TraceIndex, answers: Answers, id: string): Answers {
  const from = index.nodeAt(id)
  if (from === undefined) return answers
  return new Map(
    [...answers].filter(([name]) => {
      const node = index.nodeNamed(name)
      const isEarlier = node?.finishedAt !== undefined && node.finishedAt <= from.startedAt
      return isEarlier && node.id !== id && !index.lineOf(node.id).includes(id)
    }),
  )
}

/** The answers with that of one step in place of its own, whatever it is given. */
export function withAnswer(answers: Answers, name: string, outcome: Outcome): Answers {
  return new Map(answers).set(name, { outcome, template: undefined, artifacts: {} })
}
