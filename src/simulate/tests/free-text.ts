import type { Run } from '../run.ts'

/** A text with the name of the run, and ids that begin with it, left open by `*`: another name must not matter. */
export function freeText(text: string, { name }: Pick<Run, 'name'>): string {
  return text
    .split(name)
    .map((part, at) => (at === 0 ? part : part.replace(/^-\d+/, '')))
    .join('*')
}
