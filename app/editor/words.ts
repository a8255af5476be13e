import type { Description } from '../../src/flow/index.ts'

/** A reference in words, as paragraphs of Markdown. */
export function descriptionWords({ title, notes, problem }: Description): string[] {
  return [
    `**${escaped(title)}**`,
    ...(notes.length === 0 ? [] : [notes.map(escaped).join(' ')]),
    ...(problem === undefined ? [] : [`⚠ ${escaped(problem)}`]),
  ]
}

/** Names may have characters that mean something in Markdown. */
export function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!<>|~]/g, '\\$&')
}
