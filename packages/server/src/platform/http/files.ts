/** Files in and out: uploads are read as a stream and never held whole, downloads are streamed as they are made. */
import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../errors.ts';
import { UPLOAD_BYTES_MAX } from './limits.ts';

export interface UploadedFile {
  /** As the person named it, without any directory. */
  readonly name: string;
  /** Throws `file_too_large` in its midst when there is more than allowed. */
  readonly content: AsyncIterable<Uint8Array>;
}

export interface FileAnswer {
  readonly name: string;
  /** 'text/csv; charset=utf-8' */
  readonly type: string;
  readonly content: string | Uint8Array | AsyncIterable<string | Uint8Array>;
}

const FILE_NAME_CHARS_MAX = 200;
/** What a form adds to its file. */
const FORM_BYTES = 64 * 1024;

export async function uploadedFile(request: FastifyRequest): Promise<UploadedFile> {
  // What says itself that it is too large is refused before a byte of it is taken.
  if (Number(request.headers['content-length'] ?? 0) > UPLOAD_BYTES_MAX + FORM_BYTES) throw fileTooLarge();
  const part = request.isMultipart() ? await request.file({ limits: { fileSize: UPLOAD_BYTES_MAX } }) : undefined;
  if (part === undefined) {
    throw new AppError('file_missing', 'Send one file as multipart/form-data, in the field `file`.', { status: 400 });
  }
  return { name: plainName(part.filename), content: bounded(part.file) };
}

async function* bounded(stream: Readable & { truncated?: boolean }): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) yield chunk as Uint8Array;
  if (stream.truncated) throw fileTooLarge();
}

export function fileTooLarge(): AppError {
  const mib = UPLOAD_BYTES_MAX / 1024 / 1024;
  return new AppError('file_too_large', `The file has more than ${mib} MiB. Split it.`, { status: 413 });
}

function plainName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const printable = [...last].filter((character) => character >= ' ' && character !== '\u007f').join('');
  return printable.slice(-FILE_NAME_CHARS_MAX) || 'file';
}

/** Sends a download. The name goes out twice: plainly for old programs, and with its accents (RFC 6266). */
export function sendFile(reply: FastifyReply, file: FileAnswer): FastifyReply {
  const plain = file.name.replace(/[^A-Za-z0-9._ -]/g, '_');
  return reply
    .header('content-type', file.type)
    .header('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .header('cache-control', 'no-store')
    .send(streamOf(file.content));
}

function streamOf(content: FileAnswer['content']): string | Buffer | Readable {
  if (typeof content === 'string') return content;
  if (content instanceof Uint8Array) return Buffer.from(content);
  return Readable.from(content, { objectMode: false });
}
