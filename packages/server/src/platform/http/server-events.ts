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

/** Streams events as they come. `end` is called once, when the caller has gone or the events have ended. */
export function sendEvents(reply: FastifyReply, events: AsyncIterable<ServerEvent>, end: () => void): FastifyReply {
  const stream = Readable.from(eventText(events), { objectMode: false, highWaterMark: 1 });
  stream.once('close', end);
  return reply
    .header('content-type', 'text/event-stream; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('x-accel-buffering', 'no') // nginx would hold the events back
    .send(stream);
}

async function* eventText(events: AsyncIterable<ServerEvent>): AsyncGenerator<string> {
  const iterator = events[Symbol.asyncIterator]();
  try {
    yield ': open\n\n';
    let next = iterator.next();
    for (;;) {
      const step = await Promise.race([next, silence()]);
      if (step === null) {
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
export function textOf({ event, data, id }: ServerEvent): string {
  const name = event.replace(/[\r\n]/g, ' ');
  return `${id === undefined ? '' : `id: ${id.replace(/[\r\n]/g, '')}\n`}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

function silence(): Promise<null> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(null), EVENT_HEARTBEAT_MS).unref();
  });
}
