const KNOWN: Readonly<Partial<Record<string, string>>> = {
  'input.type': 'typing',
  'input.paste': 'paste',
  'input.cut': 'cut',
  'input.drop': 'drop',
  input: 'typing',
}

/** What a fix does follows in its own words. */
const FIX = 'command.fix.'

/** A user event of the history as words after “Undo”: `command.moveStep` is “move step”, `input.type` “typing”. */
export function eventWords(userEvent: string): string {
  const known = KNOWN[userEvent]
  if (known !== undefined) return known
  if (userEvent.startsWith(FIX)) return `fix: ${userEvent.slice(FIX.length)}`
  const parts = userEvent.split('.')
  const last = (parts[0] === 'input' ? 'typing' : parts.at(-1)) ?? ''
  return last
    .replace(/[-_]+/g, ' ')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
}
