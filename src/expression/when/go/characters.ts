/*
 * Characters as Go's package unicode sorts them. Each takes one character, which may be two code units long.
 */

export function isSpace(character: string): boolean {
  return /^\p{White_Space}$/u.test(character)
}

export function isLetter(character: string): boolean {
  return /^\p{L}$/u.test(character)
}

export function isDigit(character: string): boolean {
  return /^\p{Nd}$/u.test(character)
}

/** Greek letters with an iota below: each has one capital to Go, which JavaScript writes as two letters. */
const greek = /[\u1f80-\u1f87\u1f90-\u1f97\u1fa0-\u1fa7\u1fb3\u1fc3\u1ff3]/

/** Whether Go's upper case of a letter is another letter. Go maps letters one to one; JavaScript may make several of one. */
export function hasUpperCase(character: string): boolean {
  const upper = character.toUpperCase()
  return upper !== character && ([...upper].length === 1 || greek.test(character))
}
