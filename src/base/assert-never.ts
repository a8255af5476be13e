/**
 * Closes a switch over a union: it compiles only while every member is handled.
 * Throws if a value gets there at run time all the same, which is a bug.
 */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`)
}
