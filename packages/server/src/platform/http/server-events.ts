/** Server-sent events: one long answer of named JSON events, kept alive by comments, ended by whoever leaves first. */
import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { EVENT_HEARTBEAT_MS } from './limits.ts';

export interface ServerEvent {
  /** The event's name; the browser listens for it. */
  readonly event: string;
  readonly data: unknown;
  /** Sent back as Last-Event-ID when the browser reconnects. */
  readonly id?: string;
}

/** Streams events as they come, until they end or `leaving` is aborted, which is also done here when the caller has gone. */
export function sendEvents(
  reply: FastifyReply,
  events: AsyncIterable<ServerEvent>,
  leaving: AbortController,
): FastifyReply {
  const stream = Readable.from(eventText(events, leaving.signal), { objectMode: false, highWaterMark: 1 });
  stream.once('close', () => leaving.abort());
  return reply
    .header('content-type', 'text/event-stream; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('x-accel-buffering', 'no') // nginx would hold the events back
    .send(stream);
}

async function* eventText(events: AsyncIterable<ServerEvent>, leaving: AbortSignal): AsyncGenerator<string> {
  const iterator = events[Symbol.asyncIterator]();
  try {
    yield ': open\n\n';
    for (let next = iterator.next(); ; ) {
      const step = await orSilence(next, leaving);
      if (step === 'left') return;
      if (step === 'silence') {
        yield ': still here\n\n';
        continue;
      }
      if (step.done) return;
      yield textOf(step.value);
      next = iterator.next();
    }
  } finally {
    void iterator.return?.().catch(() => {});
  }
}

/** A line break inside the data would end the event early; JSON has none. */
function textOf({ event, data, id }: ServerEvent): string {
  const name = event.replace(/[\r\n]/g, ' ');
  return `${id === undefined ? '' : `id: ${id.replace(/[\r\n]/g, '')}\n`}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** What comes first: the awaited, a silence long enough to fill, or the end. */
async function orSilence<T>(awaited: Promise<T>, leaving: AbortSignal): Promise<T | 'silence' | 'left'> {
  if (leaving.aborted) return 'left';
  let timer: NodeJS.Timeout | undefined;
  let leave = () => {};
  const silence = new Promise<'silence'>((resolve) => {
    timer = setTimeout(() => resolve('silence'), EVENT_HEARTBEAT_MS).unref();
  });
  const left = new Promise<'left'>((resolve) => {
    leave = () => resolve('left');
    leaving.addEventListener('abort', leave, { once: true });
  });
  try {
    return await Promise.race([awaited, silence, left]);
  } finally {
    clearTimeout(timer);
    leaving.removeEventListener('abort', leave);
  }
}
