/** The outcome of something that may be refused: refusal is a value, throwing is for bugs. */
export type Result<T, E> = Ok<T> | Err<E>

export interface Ok<T> {
  readonly ok: true
  readonly value: T
}

export interface Err<E> {
  readonly ok: false
  readonly error: E
}

/** Wraps a success. */
export function ok<T>(value: T): Ok<T> {
  return { ok: true, value }
}

/** Wraps a refusal. */
export function err<E>(error: E): Err<E> {
  return { ok: false, error }
}
