/** Passwords: argon2id with the parameters of OWASP's Password Storage Cheat Sheet (19 MiB, 2 passes, 1 lane). */
import { hash, verify } from '@node-rs/argon2';
import { AppError } from '../../platform/errors.ts';

const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }; // the library's algorithm is argon2id unless told otherwise

export const PASSWORD_CHARS_MIN = 12; // length is what counts; no rules on kinds of characters (NIST SP 800-63B)
export const PASSWORD_CHARS_MAX = 200; // hashing a novel would be a way to keep the server busy

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), ARGON2);
}

let nobodysHash: Promise<string> | undefined;

/** Takes the same time whether there is such a person, and a password, or not. */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  nobodysHash ??= hashPassword('nobody has this password');
  const isRight = await verify(passwordHash ?? (await nobodysHash), password.normalize('NFKC'));
  return isRight && passwordHash !== null;
}

/** Refuses passwords that are short, or contain the e-mail address or name they are for. */
export function requireGoodPassword(password: string, person: { email: string; name: string }): void {
  if (password.length < PASSWORD_CHARS_MIN) {
    throw weak(`A password has at least ${PASSWORD_CHARS_MIN} characters; four words are easy to keep.`);
  }
  const lower = password.toLowerCase();
  const parts = [person.email.split('@')[0] ?? '', ...person.name.split(/\s+/)];
  if (parts.some((part) => part.length >= 4 && lower.includes(part.toLowerCase()))) {
    throw weak('The password contains your name or e-mail address. Choose one that others would not try.');
  }
  if (new Set(lower).size < 5) throw weak('The password repeats very few characters. Choose another.');
}

function weak(message: string): AppError {
  return new AppError('password_weak', message, {
    details: { problems: [{ field: 'password', code: 'password_weak', message }] },
  });
}
