// Opens the playground of a running hub in Chromium as a newcomer does: signs in, opens an example, runs it; on a phone
// where WIDTH says so, in LANGUAGE. Prints one JSON object: every address that the page asked for, what it wrote to the
// console, the answer, and what does not fit or has no name.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';

const { HUB, CLIENT, WIDTH, LANGUAGE, EXAMPLE, CHROMIUM: executablePath } = process.env;
const phone = Number(WIDTH) < 600;
const profile = await mkdtemp(path.join(tmpdir(), 'playground-'));
const requests = [];
const complaints = [];

const browser = await chromium.launchPersistentContext(profile, {
  executablePath,
  headless: true,
  locale: LANGUAGE,
  viewport: { width: Number(WIDTH), height: phone ? 844 : 900 },
  hasTouch: phone,
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
  const welcomes = [];
  const own = await page.locator('#language').inputValue();
  for (const language of [own === 'zh' ? 'en' : 'zh', own]) {
    await page.selectOption('#language', language);
    const welcome = page.locator('.graphiql-query-editor .view-lines').filter({ hasText: language === 'zh' ? '查询台' : 'Playground' });
    await welcome.waitFor();
    welcomes.push(language);
  }
  await page.selectOption('#client', CLIENT);
  await page.locator('header button').first().click();
  await page.getByRole('status').filter({ hasText: CLIENT }).waitFor();

  const examples = await page.locator('.examples li button').allTextContents();
  const example = page.locator('.examples li button').filter({ hasText: EXAMPLE });
  const title = await example.textContent();
  const unfit = await page.evaluate(narrowOrNameless, phone);
  await example.click();
  const answered = page.waitForResponse(
    (response) => response.ok() && response.url() === `${HUB}/graphql` && response.request().postData().includes('query Catalogue'),
  );
  await page.locator('.graphiql-execute-button').click();
  const answer = await (await answered).json();
  await page.locator('.graphiql-response .view-lines').filter({ hasText: 'departments' }).waitFor();
  const shown = await page.locator('.graphiql-response .view-lines').textContent();

  unfit.push(...(await page.evaluate(narrowOrNameless, phone)));
  const lang = await page.evaluate(() => document.documentElement.lang);
  const seen = await page.locator('.graphiql-response').evaluate((response) => {
    const { width, top } = response.getBoundingClientRect();
    return { width, top, height: innerHeight };
  });

  console.log(JSON.stringify({ title, lang, welcomes, examples, requests, complaints, answer, shown, unfit, seen }));
} finally {
  await browser.close();
  await rm(profile, { recursive: true, force: true });
}

/** What the page is wider than the screen by, controls without a name, and on a phone those too small for a finger. */
function narrowOrNameless(phone) {
  const { scrollWidth, clientWidth } = document.documentElement;
  const controls = [...document.querySelectorAll('header select, header button, .examples button')];
  return [
    ...(scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide`] : []),
    ...controls.filter((one) => !(one.labels?.length || one.textContent.trim())).map((one) => `${one.id} has no name`),
    ...controls
      .filter((one) => phone && one.getBoundingClientRect().height < 40)
      .map((one) => `${one.textContent.slice(0, 20)} is too small`),
  ];
}
