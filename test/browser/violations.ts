// What a page must never do, noted while it is walked: ask another origin, or go against its content policy.
import type { BrowserContext, Page } from 'playwright/test';

export interface Violations {
  /** Addresses asked for that are not of the page's own origin; blob: and data: stay inside the page. */
  readonly elsewhere: string[];
  readonly policy: string[];
}

/** Must be called before the first page is opened. */
export function watchViolations(context: BrowserContext, origin: string): Violations {
  const found: Violations = { elsewhere: [], policy: [] };
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(blob|data):/.test(url)) found.elsewhere.push(url);
  });
  const listen = (page: Page) => {
    page.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text())) found.policy.push(message.text());
    });
  };
  context.pages().forEach(listen);
  context.on('page', listen);
  return found;
}
