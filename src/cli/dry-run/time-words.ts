/** A time for people: `1s`, `2m 5s`, `0.5s`. In: milliseconds. */
export function timeWords(milliseconds: number): string {
  const whole = Math.floor(milliseconds / 60_000)
  const rest = `${String((milliseconds % 60_000) / 1000)}s`
  return whole === 0 ? rest : `${String(whole)}m ${rest}`
}
