/**
 * Secrets are 256 random bits. Such a secret cannot be guessed, so a plain hash keeps it; a password can, and gets argon2id.
 */
import { createHash, randomBytes } from 'node:crypto';

const SECRET_BYTES = 32;

export function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** Follows from the session's secret, tells nothing about it, and needs no row of its own. */
export function csrfTokenOf(sessionSecret: string): string {
  return createHash('sha256').update(`csrf ${sessionSecret}`).digest('base64url');
}

const TOKEN_PREFIX = 'qtn_';
const TOKEN = /^qtn_([A-Za-z0-9_-]{22})([A-Za-z0-9_-]{43})$/;

/** An API token names its company, so that it is looked up where it belongs: `qtn_` + company (22) + secret (43). */
export function newApiToken(companyId: string): string {
  return `${TOKEN_PREFIX}${Buffer.from(companyId.replaceAll('-', ''), 'hex').toString('base64url')}${newSecret()}`;
}

/** The company of a token and the hash to look it up by; null for what is no token of ours. */
export function readApiToken(token: string): { companyId: string; hash: string } | null {
  const company = TOKEN.exec(token)?.[1];
  if (company === undefined) return null;
  const hex = Buffer.from(company, 'base64url').toString('hex');
  const companyId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { companyId, hash: hashOfSecret(token) };
}
