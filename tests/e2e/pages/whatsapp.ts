import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Route } from '@playwright/test';
import type { PageOptions } from './whatsapp-types';

/** Where the imitation is served. */
export const whatsappUrl = 'https://web.whatsapp.com/';

/** The page with the attach button alone, for the child frame. */
const attachPath = '/attach';

/** The page's parts, in whatsapp/: plain functions, of which one script is made, since the page loads none. */
const parts = ['dom', 'record', 'attach', 'model', 'forward', 'draw', 'resist', 'page'];

function readPart(name: string): string {
  const source = readFileSync(join(import.meta.dirname, 'whatsapp', `${name}.js`), 'utf8');
  return source.replace(/^import .*;$/gm, '').replace(/^export /gm, '');
}

const script = `(() => {
'use strict';
${parts.map(readPart).join('\n')}
startPage(JSON.parse(document.currentScript.dataset.options));
})();`;

const style = `
  body { margin: 0; font: 16px sans-serif; }
  #main { display: flex; flex-direction: column; height: 100vh; }
  header, footer { display: flex; gap: 12px; align-items: center; padding: 12px; background: #f0f2f5; }
  [role="application"] { flex: 1; padding: 12px; }
  [role="textbox"] { flex: 1; min-height: 24px; background: #fff; }
  [role="menu"] { position: fixed; inset-block-end: 64px; background: #fff; }
  [data-testid="drop-mask"] { position: absolute; inset: 0; background: #cde8; }
  [role="dialog"] { position: fixed; inset: 40px 200px; background: #fff; border: 1px solid; overflow: auto; }
  [role="listitem"] { display: flex; gap: 12px; padding: 12px; }
  [role="checkbox"] { inline-size: 16px; block-size: 16px; border: 1px solid; display: inline-block; }
  [role="checkbox"][aria-checked="true"] { background: #0a7; }
  iframe { border: 0; height: 80px; flex: 1; }
`;

/** Any value will do: a page of the test is served once. */
const nonce = 'imitation';

function policyOf({ policy, inFrame }: PageOptions): Record<string, string> {
  if (policy !== 'strict') return {};
  const frames = inFrame ? "'self'" : "'none'";
  return {
    'content-security-policy': [
      "default-src 'none'",
      `frame-src ${frames}`,
      `script-src 'nonce-${nonce}'`,
      `style-src 'nonce-${nonce}'`,
      "require-trusted-types-for 'script'",
    ].join('; '),
  };
}

function headersOf(options: PageOptions): Record<string, string> {
  const isolation = {
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-resource-policy': 'same-origin',
  };
  return { ...policyOf(options), ...(options.isolated ? isolation : {}) };
}

function attribute(value: unknown): string {
  return JSON.stringify(value).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

/** The whole page, or the part with the attach button alone. */
function html(options: PageOptions, part: 'whole' | 'attach'): string {
  const direction = options.direction ?? 'ltr';
  const lang = direction === 'rtl' ? 'ar' : 'en';
  return `<!doctype html>
<html lang="${lang}" dir="${direction}">
<head>
<meta charset="utf-8">
<title>WhatsApp</title>
<script nonce="${nonce}" data-options="${attribute({ ...options, part })}">${script}</script>
<style nonce="${nonce}">${style}</style>
</head>
<body></body>
</html>`;
}

/**
 * Serves an imitation of WhatsApp Web to this context. It answers for its own pages only, so that any other
 * request to the host is seen as one that nobody routed.
 */
export async function serveWhatsApp(context: BrowserContext, options: PageOptions): Promise<void> {
  const pages: Readonly<Record<string, 'whole' | 'attach'>> = { '/': 'whole', [attachPath]: 'attach' };
  await context.route(`${whatsappUrl}**`, async (route: Route, request) => {
    const { pathname } = new URL(request.url());
    const part = pages[pathname];
    if (part && request.resourceType() === 'document') {
      const headers = headersOf(options);
      await route.fulfill({ contentType: 'text/html; charset=utf-8', headers, body: html(options, part) });
    } else if (pathname === '/favicon.ico') {
      await route.fulfill({ status: 204 });
    } else {
      await route.fallback();
    }
  });
}
