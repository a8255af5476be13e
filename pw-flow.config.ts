import { defineConfig } from '@playwright/test'
import { browserArguments, findBrowser } from './tools/browser.mjs'
const executablePath = findBrowser()
export default defineConfig({ testDir: 'test/e2e', timeout: 180000, expect: { timeout: 20000 }, workers: 1, reporter: [['list']], use: { baseURL: 'http://127.0.0.1:5205', viewport: { width: 1440, height: 900 }, launchOptions: { args: browserArguments(), ...(executablePath && { executablePath }) } } })
