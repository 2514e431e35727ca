// Opens the playground of a running hub in Chromium as a newcomer does: signs in, opens the first example, runs it.
// Prints one JSON object: every address that the page asked for, what it wrote to the console, and the answer.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';

const { HUB, CHROMIUM: executablePath } = process.env;
const profile = await mkdtemp(path.join(tmpdir(), 'playground-'));
const requests = [];
const complaints = [];

const browser = await chromium.launchPersistentContext(profile, {
  executablePath,
  headless: true,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
try {
  const page = browser.pages()[0];
  page.setDefaultTimeout(120_000);
  browser.on('request', (request) => requests.push(request.url()));
  page.on('websocket', (socket) => requests.push(socket.url()));
  page.on('requestfailed', (request) => complaints.push(`${request.url()}: ${request.failure()?.errorText}`));
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.url()}: HTTP ${response.status()}`);
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });

  await page.goto(`${HUB}/playground/`);
  await page.selectOption('#client', process.env.CLIENT);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('status').filter({ hasText: `(${process.env.CLIENT})` }).waitFor();

  const example = page.locator('.examples li button').first();
  const title = await example.textContent();
  await example.click();
  const answered = page.waitForResponse(
    (response) => response.url() === `${HUB}/graphql` && response.request().postData().includes('query Catalogue'),
  );
  await page.locator('.graphiql-execute-button').click();
  const answer = await (await answered).json();
  await page.locator('.graphiql-response .view-lines').filter({ hasText: 'departments' }).waitFor();
  const shown = await page.locator('.graphiql-response .view-lines').textContent();

  console.log(JSON.stringify({ title, requests, complaints, answer, shown }));
} finally {
  await browser.close();
  await rm(profile, { recursive: true, force: true });
}
