/**
 * Mail handed to a server over SMTP (RFC 5321). What matters is what we know afterwards: the server has taken the message, it
 * has not, or the line went dead after the last byte and nobody can say (RFC 1047). Only the first byte not yet handed over
 * proves that nothing was taken; so the message is a stream of ours, and we see when its end has been asked for.
 */
import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { TRIAL_HOST, TRIAL_SESSION } from './trial-server.ts';

export interface SmtpLogin {
  readonly host: string;
  readonly port: number;
  /** `tls` from the first byte (465), `starttls` after greeting (587), `none` only for a server on this machine. */
  readonly security: 'tls' | 'starttls' | 'none';
  /** Without one the server is used without signing in. */
  readonly user: string | null;
  readonly password: string | null;
}

export interface MailEnvelope {
  readonly from: string;
  readonly to: readonly string[];
}

/** A recipient whom the server did not take the message for, though it may have for others. */
export interface RefusedRecipient {
  readonly address: string;
  readonly said: string;
  /** False: for now (a full box, greylisting); it may be taken later. */
  readonly isPermanent: boolean;
}

export type SendOutcome =
  | { readonly kind: 'accepted'; readonly said: string; readonly refused: readonly RefusedRecipient[] }
  /** Nothing was taken. `permanent`: the server will say the same again. */
  | {
      readonly kind: 'refused';
      readonly isPermanent: boolean;
      readonly said: string;
      readonly refused: readonly RefusedRecipient[];
    }
  /**
   * Nothing was taken, and the server cannot be reached or does not let us in: it is no fault of the message. `isOnMessage`: the
   * line stood, and was lost while this message was handed over; others may get through.
   */
  | { readonly kind: 'unreachable'; readonly said: string; readonly isOnMessage: boolean }
  | { readonly kind: 'unknown'; readonly said: string };

const CONNECT_MS = 15_000;
/** RFC 5321, 4.5.3.2.6: a server may take ten minutes to say that it took the message. */
const SILENCE_MS = 600_000;

export interface SmtpSession {
  /** Never throws for what a server does: it is told in the outcome. */
  send(envelope: MailEnvelope, raw: Uint8Array): Promise<SendOutcome>;
  close(): void;
}

/** A session of one login, for one message after the other; it connects with the first. */
export function openSmtp(login: SmtpLogin, limits: { readonly silenceMs?: number } = {}): SmtpSession {
  if (login.host === TRIAL_HOST) return TRIAL_SESSION;
  let open: SMTPConnection | undefined;
  const drop = (): void => {
    open?.close();
    open = undefined;
  };
  return {
    async send(envelope, raw) {
      if (open === undefined) {
        try {
          open = await connect(login, limits.silenceMs ?? SILENCE_MS, drop);
        } catch (error) {
          return { kind: 'unreachable', said: `${login.host}:${login.port}: ${saidBy(error)}`, isOnMessage: false };
        }
      }
      const outcome = await hand(open, envelope, raw);
      if (outcome.kind !== 'accepted') drop();
      return outcome;
    },
    close() {
      open?.quit();
      drop();
    },
  };
}

function connect(login: SmtpLogin, silenceMs: number, onGone: () => void): Promise<SMTPConnection> {
  return new Promise((resolve, reject) => {
    const connection = new SMTPConnection({
      host: login.host,
      port: login.port,
      secure: login.security === 'tls',
      requireTLS: login.security === 'starttls',
      ignoreTLS: login.security === 'none',
      connectionTimeout: CONNECT_MS,
      greetingTimeout: CONNECT_MS,
      socketTimeout: silenceMs,
    });
    const fail = (error: unknown): void => {
      connection.close();
      onGone();
      reject(error);
    };
    connection.on('error', fail);
    connection.on('end', onGone);
    connection.connect((error) => {
      if (error) return fail(error);
      if (login.user === null) return resolve(connection);
      connection.login({ user: login.user, pass: login.password ?? '' }, (refusal) =>
        refusal ? fail(refusal) : resolve(connection),
      );
    });
  });
}

/** One message over an open connection. */
function hand(connection: SMTPConnection, envelope: MailEnvelope, raw: Uint8Array): Promise<SendOutcome> {
  return new Promise((resolve) => {
    let isWhole = false;
    const content = Readable.from(
      pieces(raw, () => (isWhole = true)),
      { objectMode: false },
    );
    // The connection serves many messages: what listens for one ends with it.
    const end = (outcome: SendOutcome): void => {
      connection.off('error', lost).off('end', closed);
      resolve(outcome);
    };
    const lost = (error: unknown): void => end(isWhole ? unknown(error) : unreachable(error, true));
    // A server that says why it closes (421) is heard first.
    const closed = (): void => void setImmediate(() => lost(new Error('the server closed the connection')));
    connection.once('error', lost).once('end', closed);
    connection.send({ from: envelope.from, to: [...envelope.to] }, content, (error, info) => {
      if (!error) {
        return end({ kind: 'accepted', said: info?.response ?? '', refused: refusedOf(info?.rejectedErrors) });
      }
      // An answer with a code is a word: the message was not taken.
      if ((error.responseCode ?? 0) >= 400) return end(wordOf(error));
      lost(error);
    });
  });
}

type SmtpError = Parameters<NonNullable<Parameters<SMTPConnection['send']>[2]>>[0] & object;

/** Answers about us and not about the message: the service closes (421), or asks for another login (RFC 4954). */
const ABOUT_US = new Set([421, 454, 530, 534, 535, 538]);
/** More than the server takes (RFC 1870), said before the message is handed over. */
const TOO_LARGE = 552;

function wordOf(error: SmtpError): SendOutcome {
  const code = error.responseCode ?? 0;
  const isAboutSender = error.command === 'MAIL FROM' && code !== TOO_LARGE;
  if (ABOUT_US.has(code) || isAboutSender) return unreachable(error, false);
  return {
    kind: 'refused',
    isPermanent: isForGood(code),
    said: saidBy(error),
    refused: refusedOf(error.rejectedErrors),
  };
}

function refusedOf(errors: readonly SmtpError[] = []): RefusedRecipient[] {
  return errors.flatMap((error) =>
    error.recipient === undefined
      ? []
      : [{ address: error.recipient, said: saidBy(error), isPermanent: isForGood(error.responseCode ?? 0) }],
  );
}

/** 503 says that commands came in a wrong order: that is the connection's matter. */
function isForGood(code: number): boolean {
  return code >= 500 && code !== 503;
}

const PIECE_BYTES = 64 * 1024;

function* pieces(raw: Uint8Array, onEnd: () => void): Generator<Buffer> {
  for (let at = 0; at < raw.length; at += PIECE_BYTES) {
    // Set before the last piece leaves: what is on its way may have arrived whole.
    if (at + PIECE_BYTES >= raw.length) onEnd();
    yield Buffer.from(raw.subarray(at, at + PIECE_BYTES));
  }
}

function unknown(error: unknown): SendOutcome {
  return { kind: 'unknown', said: `The connection was lost while the server took the message: ${saidBy(error)}` };
}

function unreachable(error: unknown, isOnMessage: boolean): SendOutcome {
  return { kind: 'unreachable', said: saidBy(error), isOnMessage };
}

function saidBy(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
