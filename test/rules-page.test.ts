import { expect, it } from 'vitest'
import { problemCodes } from '../src/validate/index.ts'
import { rulesPage } from './support/rules-page.ts'

it('docs/rules.md is what `npm run docs` makes', async () => {
  await expect(rulesPage()).toMatchFileSnapshot('../docs/rules.md')
})

it('docs/rules.md has every code', () => {
  const page = rulesPage()
  for (const code of Object.keys(problemCodes)) expect(page).toContain(`\n| \`${code}\` | `)
})
