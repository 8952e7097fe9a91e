// Serves a built site from a folder: compressed copies where they are, the content policy as a header, nothing else.
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

/** The policy the built page names in its head, with what only a header can say. */
export function contentPolicy(html: string): string {
  const named = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(html)?.[1];
  if (!named)
    throw new Error('The built page names no content policy: dist/index.html is not as the build writes it.');
  return `${named.replaceAll('&#39;', "'").replaceAll('&quot;', '"')}; frame-ancestors 'none'`;
}

/**
 * The policy of one file. A worker lives under the policy its own script came with: the exact solver's alone may compile WebAssembly,
 * and the page, which cannot, stays as strict as it is.
 */
function policyFor(path: string, policy: string): string {
  const solver = /[\\/]assets[\\/]prover-[^\\/]+\.js$/.test(path);
  return solver ? policy.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'") : policy;
}

/** Files whose name carries their hash never change; everything else is asked for again each time. */
function cacheFor(path: string): string {
  return path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
}

export function siteServer(folder: string): Server {
  const policy = contentPolicy(readFileSync(join(folder, 'index.html'), 'utf8'));
  const files = sirv(folder, {
    brotli: true,
    gzip: true,
    etag: true,
    setHeaders(response, path) {
      response.setHeader('Cache-Control', cacheFor(path));
      response.setHeader('Content-Security-Policy', policyFor(path, policy));
      response.setHeader('X-Content-Type-Options', 'nosniff');
      response.setHeader('Referrer-Policy', 'no-referrer');
      response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
      if (path.endsWith('.topojson')) response.setHeader('Content-Type', 'application/json; charset=utf-8');
    },
  });
  return createServer((request: IncomingMessage, response: ServerResponse) => {
    files(request, response, () => {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' });
      response.end('There is no such file here.\n');
    });
  });
}

/** Listens, and says in one sentence why where it cannot. */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(
              `Port ${port} is taken by another program. Stop that program, or choose another port: npm start -- --port ${port + 1}`,
            )
          : error,
      );
    });
    server.listen(port, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}
