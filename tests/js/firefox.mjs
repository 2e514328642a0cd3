// The main story in Firefox over WebDriver BiDi: node firefox.mjs PAGE FIREFOX. Prints what it saw as JSON.
import puppeteer from "puppeteer-core";

const [page_, firefox] = process.argv.slice(2);
// Firefox itself asks its maker for settings. A proxy that is not there keeps that, and everything else, on this machine.
const nowhere = { "network.proxy.type": 1, "network.proxy.http": "127.0.0.1", "network.proxy.http_port": 9, "network.proxy.ssl": "127.0.0.1", "network.proxy.ssl_port": 9, "network.dns.disablePrefetch": true };
const browser = await puppeteer.launch({ browser: "firefox", executablePath: firefox, headless: true, args: ["--width=1280", "--height=720"], extraPrefsFirefox: nowhere });
const seen = { titles: [], complaints: [], requests: [], version: await browser.version() };
try {
  const page = await browser.newPage();
  page.on("console", (m) => ["error", "warn"].includes(m.type()) && seen.complaints.push(m.text()));
  page.on("pageerror", (e) => seen.complaints.push(String(e)));
  page.on("request", (r) => /^(file|data|about|blob):/.test(r.url()) || seen.requests.push(r.url()));
  await page.setViewport({ width: 1280, height: 720 });
  await page.goto(`file://${page_}#v=1&cause=lip:ExcessiveFillerVolume&step=1`);
  await page.waitForSelector("html[data-ready]");
  const title = () => page.$eval("#story h2", (h) => h.textContent);
  const count = await page.$$eval("#story .parts i", (all) => all.length);
  seen.titles.push(await title());
  for (let i = 1; i < count; i += 1) {
    await page.keyboard.press(i % 2 ? " " : "ArrowRight");
    seen.titles.push(await title());
  }
  seen.textSize = await page.evaluate(() => window.lipdrift.textSize());
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("x");
  seen.open = await page.$$eval("#open li", (all) => all.length);
  await page.keyboard.press("u");
  seen.step = await page.evaluate(() => window.lipdrift.view().step);
  seen.canvas = await page.$eval("#canvas canvas", (c) => c.getContext("2d").getImageData(0, 0, c.width, c.height).data.some((v) => v > 0));
} finally {
  await browser.close();
}
console.log(JSON.stringify(seen));
