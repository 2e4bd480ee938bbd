// Out: what the two halves of pdf.js, the one that asks and the one that reads, talk over in one thread. Why: by itself pdf.js
// copies each message by `structuredClone`, which in Node costs more than to read most of what is copied.

type Listener = (event: { data: unknown }) => void;

/** Of a `MessagePort` what pdf.js needs; whoever speaks is heard by all, and messages name whom they are for. */
export function loopback() {
  const listeners = new Set<Listener>();
  return {
    postMessage(message: unknown, transfer?: ArrayBuffer[]): void {
      const data = transfer?.length ? structuredClone(message, { transfer }) : copy(message);
      queueMicrotask(() => {
        for (const listener of listeners) listener({ data });
      });
    },
    addEventListener(_: 'message', listener: Listener, { signal }: { signal: AbortSignal }): void {
      listeners.add(listener);
      signal.addEventListener('abort', () => listeners.delete(listener), { once: true });
    },
  };
}

/** Whoever sends a message may change it afterwards. */
function copy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copy);
  const kind = Object.getPrototypeOf(value);
  if (kind !== null && kind !== Object.prototype) return structuredClone(value);
  const own: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) own[key] = copy(inner);
  return own;
}
