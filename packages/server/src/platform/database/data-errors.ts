/** Whether the database refused what it was given (a sign it does not take, a text too long, a broken rule), and not that it was asked. */
const ABOUT_DATA = /^(?:22|23|54)/; // classes of SQLSTATE: data exception, constraint violation, program limit

export function isAboutData(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && ABOUT_DATA.test(error.code);
}
