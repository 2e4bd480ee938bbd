import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { MachineError, UsageError } from '../errors.js';
import { packageRoot } from '../package-root.js';
import { guard, headersFor } from './guard.js';
import type { Presentations, Showing } from './keep-presentations.js';
import type { Selection } from './present.js';

// The preview's server: its own page, the state of a selection, the files that were made, and a stream that says when to ask
// again. It changes nothing, and answers this machine only.

export interface Choices {
  files: string[];
  /** Beside each résumé's own. */
  themes: string[];
}

/** What `/state` answers. */
export interface State extends Showing {
  choices: Choices;
  chosen: Selection;
}

export interface Desk {
  /** What an address asks for, and what else it might. Throws UsageError for what is none of it. */
  choose(wish: URLSearchParams): Promise<{ choices: Choices; chosen: Selection }>;
  presentations: Presentations;
}

export interface Server extends AsyncDisposable {
  url: string;
  /** Tells every open page to ask for its state again. */
  announce(): void;
}

const SHELL: Readonly<Record<string, string>> = {
  '/': 'index.html',
  '/preview.css': 'preview.css',
  '/preview.js': 'preview.js',
};

/** `port` 0: any that is free. Throws MachineError when the port cannot be had. */
export async function serve(desk: Desk, port: number): Promise<Server> {
  const listeners = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      // The page tells it; a preview that ends at the first surprise is none.
      if (!response.headersSent) send(response, 500, 'text/plain', `${(error as Error).message}\n`);
      else response.destroy();
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refusal = guard(request, (server.address() as AddressInfo).port);
    if (refusal) return send(response, refusal.code, 'text/plain', `${refusal.message}\n`);
    const { pathname, searchParams } = new URL(`http://localhost${request.url}`);
    const part = SHELL[pathname];
    if (part)
      return send(response, 200, part, await readFile(join(packageRoot(), 'templates', 'preview', part)));
    if (pathname === '/events') return listen(response);
    if (pathname === '/state') return sendState(response, searchParams);
    const [, id, name = ''] = /^\/made\/(\d+)\/([\w.]+)$/.exec(pathname) ?? [];
    const bytes = id === undefined ? undefined : desk.presentations.fileOf(Number(id), name);
    if (bytes) return send(response, 200, name, bytes);
    return send(response, 404, 'text/plain', 'There is nothing here.\n');
  }

  function listen(response: ServerResponse): void {
    response.writeHead(200, headersFor('text/event-stream')).write(': open\n\n');
    listeners.add(response);
    response.on('close', () => listeners.delete(response));
  }

  async function sendState(response: ServerResponse, wish: URLSearchParams): Promise<void> {
    try {
      const choice = await desk.choose(wish);
      const state: State = { ...choice, ...(await desk.presentations.show(choice.chosen)) };
      send(response, 200, 'application/json', JSON.stringify(state));
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      send(response, 400, 'application/json', JSON.stringify({ message: error.message }));
    }
  }

  server.listen(port, '127.0.0.1');
  await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
    const reason = error.code === 'EADDRINUSE' ? 'it is taken' : error.message;
    throw new MachineError(
      `port ${port} cannot be used: ${reason}`,
      'name another with --port, or leave it out',
    );
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    announce() {
      for (const response of listeners) response.write('event: change\ndata:\n\n');
    },
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** `kind` is a media type or a file's name. */
function send(response: ServerResponse, code: number, kind: string, body: string | Uint8Array): void {
  // To HEAD, Node sends the headers alone.
  response.writeHead(code, headersFor(kind)).end(body);
}
