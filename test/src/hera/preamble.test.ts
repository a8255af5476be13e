import { describe, expect, it } from 'vitest'
import { generatePreamble, splitSource } from '../../../src/hera/index.ts'

const path = 'import os\nimport sys\nsys.path.append(os.getcwd())\n'

describe('generatePreamble', () => {
  it('is what Hera writes, byte for byte', () => {
    expect(generatePreamble(['message'], { addCwdToSysPath: true, hasPositional: true })).toBe(
      `${path}import json\ntry: message = json.loads(r'''{{inputs.parameters.message}}''')\nexcept: message = r'''{{inputs.parameters.message}}'''\n\n`,
    )
  })

  it('sorts by code points, and leaves parts out', () => {
    const names = generatePreamble(['b', 'a', '_c', 'B'], {
      addCwdToSysPath: false,
      hasPositional: true,
    })
    expect([...names.matchAll(/try: (\w+)/g)].map((match) => match[1])).toEqual([
      'B',
      '_c',
      'a',
      'b',
    ])
    expect(generatePreamble(['a'], { addCwdToSysPath: true, hasPositional: false })).toBe(path)
    expect(generatePreamble([], { addCwdToSysPath: false, hasPositional: true })).toBe('')
  })
})

describe('splitSource', () => {
  const preamble = generatePreamble(['a', 'b'], { addCwdToSysPath: true, hasPositional: true })
  const inputs = [{ name: 'b' }, { name: 'a' }, { name: 'c', hasValueFrom: true }]

  it('recognises the preamble of the inputs', () => {
    expect(splitSource(`${preamble}print(a)`, inputs)).toEqual({
      preamble,
      body: 'print(a)',
      end: '',
      addCwdToSysPath: true,
    })
    const short = preamble.slice(path.length)
    expect(splitSource(`${short}print(a)\n\n`, inputs)).toEqual({
      preamble: short,
      body: 'print(a)',
      end: '\n\n',
      addCwdToSysPath: false,
    })
  })

  it('recognises a script without inputs by its first lines', () => {
    expect(splitSource(`${path}print(1)`, [])).toMatchObject({ preamble: path, body: 'print(1)' })
    expect(splitSource('print(1)', [])).toBeUndefined()
  })

  it('takes everything else for a plain script', () => {
    expect(splitSource(`${preamble}print(a)`, [{ name: 'a' }])).toBeUndefined()
    expect(splitSource(`${path}print(1)`, [{ name: 'a' }])).toBeUndefined()
    expect(splitSource(preamble.replace('json.loads', 'json.load'), inputs)).toBeUndefined()
  })
})
