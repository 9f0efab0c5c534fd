/** An account as it is compared: without blanks, in capitals. */
export function accountKey(account: string | null): string {
  return (account ?? '').replace(/\s/g, '').toUpperCase();
}
