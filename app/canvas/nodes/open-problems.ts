/** Opens what is said of the problems of a card, by its key: its own first, else those of what it calls. Says whether there are any. */
export function openProblems(kind: 'card' | 'nested', key: string): boolean {
  const card = document.querySelector(`[data-${kind}="${CSS.escape(key)}"]`)
  const badges = card?.parentElement?.querySelectorAll<HTMLElement>('[data-problems]')
  const badge = [...(badges ?? [])].at(-1)
  badge?.click()
  return badge !== undefined
}
