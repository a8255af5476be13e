import { describe, expect, test } from 'vitest'
import { prepareSource } from '../../../../src/simulate/javascript/prepare-source.ts'

describe('a body', () => {
  test.each([
    ['main()', false, '__watch(main())'],
    ['const a = 1\nrun(a).then(b)\n', false, 'const a = 1\n__watch(run(a).then(b))\n'],
    [
      '(async () => { f(); await g() })()',
      false,
      '__watch((async () => { __watch(f()); await g() })())',
    ],
    [
      'class A extends B { constructor() { super() } }',
      false,
      'class A extends B { constructor() { super() } }',
    ],
    ['import fs from "fs"\nf()', true, 'import fs from "fs"\n__watch(f())'],
    ['await f()', true, 'await f()'],
    ['#!/usr/bin/env node\nf()', false, '///usr/bin/env node\n__watch(f())'],
    ['return', false, 'return'],
  ])('%j', (source, isModule, code) => {
    expect(prepareSource(source)).toEqual({ isModule, code })
  })

  test.each([
    ['let a =', 1, 7],
    ['f()\n  let let', 2, 6],
    ['import a from\n', 2, 0],
  ])('%j cannot be read at line %i', (source, line, column) => {
    expect(prepareSource(source)).toMatchObject({ line, column })
  })
})
