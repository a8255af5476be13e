import { expect, it } from 'vitest'
import { argoSchema } from './support/corpus.ts'
import { coverageText, listedTypes } from './support/coverage-table.ts'
import { readSchema } from './support/schema-facts.ts'

it('docs/coverage.md is what `npm run docs` makes', async () => {
  await expect(coverageText()).toMatchFileSnapshot('../docs/coverage.md')
})

it('docs/coverage.md has every field of the schema of Argo', () => {
  const schema = argoSchema()
  if (schema === undefined) return
  const sections = coverageText().split('\n## ')
  for (const name of listedTypes) {
    const section = sections.find((text) => text.startsWith(`${name}\n`)) ?? ''
    const fields = readSchema(schema).get(name)?.fields ?? new Map<string, string>()
    expect(fields.size).toBeGreaterThan(10)
    for (const key of fields.keys()) expect(section, name).toContain(`\n| \`${key}\` | `)
  }
})
