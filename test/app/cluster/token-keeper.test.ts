import { describe, expect, test } from 'vitest'
import { createTokenKeeper } from '../../../app/cluster/token-keeper.ts'
import { fakeKept, forbiddenKept } from '../platform/fake-kept.ts'

const here = 'http://argo:2746/'

describe('the token keeper', () => {
  test('holds a token in memory only', () => {
    const session = fakeKept()
    const tokens = createTokenKeeper(session)
    tokens.serve(here)
    expect(tokens.hold('secret', false)).toBe(true)
    expect(tokens.token()).toBe('secret')
    expect(session.content()).toBeUndefined()
    const reloaded = createTokenKeeper(session)
    reloaded.serve(here)
    expect(reloaded.token()).toBeUndefined()
  })

  test('keeps it over a reload if it is asked to, until it is told otherwise', () => {
    const session = fakeKept()
    const tokens = createTokenKeeper(session)
    tokens.serve(here)
    tokens.hold('secret', true)
    const reloaded = createTokenKeeper(session)
    expect(reloaded.token()).toBeUndefined()
    reloaded.serve(here)
    expect(reloaded.token()).toBe('secret')
    expect(reloaded.isKept()).toBe(true)
    reloaded.keep(false)
    expect(reloaded.token()).toBe('secret')
    expect(session.content()).toBeUndefined()
    reloaded.keep(true)
    reloaded.forget()
    expect(reloaded.token()).toBeUndefined()
    expect(session.content()).toBeUndefined()
  })

  test('gives no server the token of another one', () => {
    const session = fakeKept()
    const tokens = createTokenKeeper(session)
    tokens.serve(here)
    tokens.hold('secret', true)
    tokens.serve('http://elsewhere/')
    expect(tokens.token()).toBeUndefined()
    expect(session.content()).toBeUndefined()

    const other = createTokenKeeper(fakeKept(JSON.stringify({ server: here, token: 'secret' })))
    other.serve('http://elsewhere/')
    expect(other.token()).toBeUndefined()
  })

  test('asking the same server again changes nothing', () => {
    const tokens = createTokenKeeper(fakeKept())
    tokens.serve(here)
    tokens.hold('secret', false)
    tokens.serve(here)
    expect(tokens.token()).toBe('secret')
  })

  test('lives without a storage, and with rubbish in it', () => {
    const tokens = createTokenKeeper(forbiddenKept)
    tokens.serve(here)
    expect(tokens.hold('secret', true)).toBe(false)
    expect(tokens.token()).toBe('secret')
    expect(tokens.isKept()).toBe(false)
    for (const rubbish of ['', 'null', '[]', '{', '{"server":1}', `{"server":"${here}"}`]) {
      const other = createTokenKeeper(fakeKept(rubbish))
      other.serve(here)
      expect(other.token()).toBeUndefined()
    }
  })
})
