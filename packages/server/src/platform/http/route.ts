/** What a route says about itself. Whoever forgets its access or its schemas does not get it compiled, or started. */
import type { Readable } from 'node:stream';
import type { Permission } from '@quittance/core/permissions';
import type { z } from 'zod';
import type { Command } from '../command/index.ts';
import type { Scope } from '../database/transaction.ts';
import type { FileAnswer, UploadedFile } from './files.ts';
import type { Principal } from './principal.ts';
import type { ServerEvent } from './server-events.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A JSON shape, or 'nothing' (204), 'file' (a download), 'events' (server-sent events). */
export type Answer = z.ZodType | 'nothing' | 'file' | 'events';

export type AnswerOf<A extends Answer> = A extends 'nothing'
  ? // biome-ignore lint/suspicious/noConfusingVoidType: a handler without a return statement is meant
    void
  : A extends 'file'
    ? FileAnswer
    : A extends 'events'
      ? AsyncIterable<ServerEvent>
      : A extends z.ZodType
        ? z.output<A>
        : never;

type NoFields = z.ZodObject<Record<never, never>>;

/** The parts of a request that have a schema. Unknown fields of query and body are refused, not ignored. */
export interface RouteParts<P, Q, B, A> {
  readonly method: Method;
  /** Shown in the API's documentation: what it does, in a few words. */
  readonly summary: string;
  readonly description?: string;
  /** The business word under which the documentation lists it. */
  readonly tag: string;
  /** One field for each `:name` of the path. */
  readonly params?: P;
  readonly query?: Q;
  /** The JSON body, or 'file' for an upload (multipart/form-data, field `file`). */
  readonly body?: B;
  readonly answer: A;
  /** Of success; 200 when absent, 204 for 'nothing'. */
  readonly status?: 200 | 201 | 202;
}

export interface Call<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType | 'file'> {
  readonly params: z.output<P>;
  readonly query: z.output<Q>;
  readonly body: B extends z.ZodType ? z.output<B> : undefined;
  /** The uploaded file, as a stream; throws `file_missing` when the request has none. */
  file(): Promise<UploadedFile>;
  readonly idempotencyKey: string | undefined;
  /** Aborted when the caller has gone or the server stops: long work and event streams end with it. */
  readonly signal: AbortSignal;
  /** The caller's address, for the trail. */
  readonly address: string;
  readonly reply: ReplyControls;
}

/** The few things about an answer that are not its body. */
export interface ReplyControls {
  setCookie(name: string, value: string, options: { maxAgeSeconds: number }): void;
  clearCookie(name: string): void;
  header(name: string, value: string): void;
}

export interface CompanyCall<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType | 'file'>
  extends Call<P, Q, B> {
  readonly scope: Scope;
  readonly principal: Principal;
  readonly permissions: ReadonlySet<Permission>;
  /** This request as a command: its idempotency key, and its path and body to compare a repetition with. */
  command(action: string): Command;
}

/** A route under /api/v1/companies/:company; `path` is what follows, such as '/items/:id'. */
export interface CompanyRoute<
  P extends z.ZodObject = NoFields,
  Q extends z.ZodObject = NoFields,
  B extends z.ZodType | 'file' = NoFields,
  A extends Answer = Answer,
> extends RouteParts<P, Q, B, A> {
  readonly path: string;
  readonly permission: Permission;
  readonly handler: (call: CompanyCall<P, Q, B>) => Promise<AnswerOf<A>>;
}

/** Who may use a route that belongs to no company. */
export type GlobalAccess = 'public' | 'signed_in' | 'administrator';

export interface GlobalCall<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType | 'file'>
  extends Call<P, Q, B> {
  /** Null only on public routes. */
  readonly principal: Principal | null;
  /** The token of the caller's session cookie, whatever it is worth. */
  readonly sessionToken: string | undefined;
}

/** A route under /api/v1 that belongs to no company. */
export interface GlobalRoute<
  P extends z.ZodObject = NoFields,
  Q extends z.ZodObject = NoFields,
  B extends z.ZodType | 'file' = NoFields,
  A extends Answer = Answer,
> extends RouteParts<P, Q, B, A> {
  readonly path: string;
  readonly access: GlobalAccess;
  readonly handler: (call: GlobalCall<P, Q, B>) => Promise<AnswerOf<A>>;
}

/** What modules register their routes on. */
export interface HttpApp {
  companyRoute<
    P extends z.ZodObject = NoFields,
    Q extends z.ZodObject = NoFields,
    B extends z.ZodType | 'file' = NoFields,
    A extends Answer = Answer,
  >(route: CompanyRoute<P, Q, B, A>): void;
  globalRoute<
    P extends z.ZodObject = NoFields,
    Q extends z.ZodObject = NoFields,
    B extends z.ZodType | 'file' = NoFields,
    A extends Answer = Answer,
  >(route: GlobalRoute<P, Q, B, A>): void;
  /** All that were registered, for the test that walks them. */
  readonly routes: readonly RegisteredRoute[];
}

export interface RegisteredRoute {
  readonly method: Method;
  /** '/api/v1/companies/:company/items/:id' */
  readonly url: string;
  readonly access: { readonly permission: Permission } | GlobalAccess;
}

/** A stream of bytes that a handler reads or answers with. */
export type ByteStream = Readable | AsyncIterable<Uint8Array | string>;
