/**
 * Below this length V8 copies what `slice` cuts off; from it on, the piece is a view that keeps the
 * whole text it was cut from in memory.
 */
const shortestView = 13

/**
 * The same characters as a string of their own. What the history keeps must not hold on to the texts
 * it was cut from: a thousand undo steps of a line each would keep a thousand texts alive.
 */
export function detach(text: string): string {
  return text.length < shortestView ? text : (' ' + text).slice(1)
}
