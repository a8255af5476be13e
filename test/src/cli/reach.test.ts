import { describe, expect, test } from 'vitest'
import { Folder, run } from '../../support/command-line.ts'
import { COINFLIP } from '../../support/dry-run.ts'

const folder = new Folder()
const coinflip = folder.write('coinflip.yaml', COINFLIP)

describe('reach', () => {
  test('tells which steps run, and what leads to them', async () => {
    const { status, out, error } = await run(['reach', coinflip])
    expect(out).toBe(`main.flip   always
main.heads  sometimes  as when flip.result is "heads"
main.tails  sometimes  as when flip.result is "tails"
`)
    expect(error).toMatch(/^Tried \d runs, all that there are; every step runs in one of them\.\n$/)
    expect(status).toBe(0)
  })

  test('finds a branch that never runs, and says where it is', async () => {
    const dead = folder.write('dead.yaml', COINFLIP.replace('== "tails"', '== "tails" && 1 == 2'))
    const { status, out, error } = await run(['reach', dead])
    expect(out).toMatch(
      /main\.tails +never {2}\S+dead\.yaml:\d+:\d+ {2}its condition `.*1 == 2` is never true: .* was tried with heads, tails and any other text\n$/,
    )
    expect(error).toMatch(/; 1 never run\.\n$/)
    expect(status).toBe(1)
  })

  test('says of what nothing is known why', async () => {
    const odd = folder.write('odd.yaml', COINFLIP.replace('== "tails"', '=~ "^[0-9]+$"'))
    const { status, out, error } = await run(['reach', odd])
    expect(out).toMatch(/main\.tails +unknown {2}flip\.result: a pattern decides: \^\[0-9\]\+\$\n$/)
    expect(error).toMatch(/; of 1 it is not known\.\n$/)
    expect(status).toBe(0)
    const { out: json } = await run(['reach', odd, '--format', 'json'])
    expect(JSON.parse(json)).toMatchObject({
      steps: [{}, {}, { runs: 'unknown', why: 'flip.result: a pattern decides: ^[0-9]+$' }],
    })
  })

  test('gives all of it as JSON', async () => {
    const { out } = await run(['reach', coinflip, '--format', 'json'])
    expect(JSON.parse(out)).toMatchObject({
      complete: true,
      steps: [{ step: 'flip', template: 'main', runs: 'always' }, {}, { runs: 'sometimes' }],
    })
  })

  test('refuses what means nothing', async () => {
    expect((await run(['reach', coinflip, '--most', '0'])).status).toBe(2)
    expect((await run(['reach', `${folder.path}/nowhere.yaml`])).status).toBe(2)
  })
})
