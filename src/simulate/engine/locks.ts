import { err, ok, type Result } from '../../base/index.ts'
import type { JsonObject } from '../../yaml/index.ts'
import { numberIn, objectIn, objectsIn, textIn } from './json.ts'
import { fault, type Trouble } from './trouble.ts'

interface Lock {
  readonly name: string
  readonly limit: number
  readonly holders: Set<string>
}

/** Mutexes and semaphores, as far as one run is concerned: nobody else holds any. */
export class Locks {
  private readonly locks = new Map<string, Lock>()
  private readonly namespace: string
  private readonly guessed = new Set<string>()
  private readonly configMaps: Readonly<Record<string, Readonly<Record<string, string>>>>

  constructor(
    namespace: string,
    configMaps: Readonly<Record<string, Readonly<Record<string, string>>>>,
  ) {
    this.namespace = namespace
    this.configMaps = configMaps
  }

  /**
   * Takes all locks that the `synchronization` of a template or of the workflow asks for, or none (Argo: `TryAcquire`). Gives what the
   * holder waits for, or nothing when it has them.
   */
  take(
    synchronization: JsonObject,
    holder: string,
  ): Result<{ readonly lock: string; readonly message: string } | undefined, Trouble> {
    const wanted = this.wanted(synchronization)
    if (!wanted.ok) return wanted
    for (const { name, limit, holders } of wanted.value) {
      if (holders.has(holder) || holders.size < limit) continue
      if (limit === 0)
        return ok({ lock: name, message: `Failed to get semaphore limit for ${name}` })
      const status = `${String(limit - holders.size)}/${String(limit)}`
      return ok({ lock: name, message: `Waiting for ${name} lock. Lock status: ${status}` })
    }
    for (const { holders } of wanted.value) holders.add(holder)
    return ok(undefined)
  }

  /** What is taken for granted of semaphores whose size nobody has said, a sentence each. */
  get notes(): readonly string[] {
    return [...this.guessed]
  }

  /** Frees all locks of a holder; tells whether it had any. */
  release(holder: string): boolean {
    let had = false
    for (const { holders } of this.locks.values()) had = holders.delete(holder) || had
    return had
  }

  private wanted(synchronization: JsonObject): Result<readonly Lock[], Trouble> {
    // Old manifests have one of each, new ones lists.
    const mutexes = both(synchronization, 'mutex', 'mutexes')
    const semaphores = both(synchronization, 'semaphore', 'semaphores')
    const found: Lock[] = mutexes.map((mutex) =>
      this.lock(`${this.place(mutex)}/Mutex/${textIn(mutex, 'name') ?? ''}`, 1),
    )
    for (const semaphore of semaphores) {
      const ref = objectIn(semaphore, 'configMapKeyRef')
      const name = textIn(ref, 'name') ?? ''
      const key = textIn(ref, 'key') ?? ''
      const size = Number(this.configMaps[name]?.[key] ?? NaN)
      // Nobody has said how large it is: what the cluster has is not known here, and one at a time is the safe guess.
      const limit = Number.isInteger(size) ? size : 1
      if (ref !== undefined && !Number.isInteger(size)) this.guessed.add(guessNote(name, key))
      if (
        ref === undefined &&
        numberIn(semaphore, 'limit') === undefined &&
        !objectIn(semaphore, 'database')
      )
        return err(fault('invalid Semaphore Key'))
      found.push(this.lock(`${this.place(semaphore)}/ConfigMap/${name}/${key}`, limit))
    }
    return ok(found)
  }

  private place(lock: JsonObject): string {
    return textIn(lock, 'namespace') ?? this.namespace
  }

  private lock(name: string, limit: number): Lock {
    const known = this.locks.get(name)
    if (known) return known
    const made = { name, limit, holders: new Set<string>() }
    this.locks.set(name, made)
    return made
  }
}

function guessNote(name: string, key: string): string {
  return `The semaphore ${name}/${key} counts as 1, since no file says its size: put ${key} into a ConfigMap ${name} of a file to say it.`
}

function both(holder: JsonObject, one: string, several: string): readonly JsonObject[] {
  const single = objectIn(holder, one)
  return [...(single ? [single] : []), ...objectsIn(holder, several)]
}
