/**
 * Who comes after or before a customer in a list that is ranked anew while one works: one goes on in the order in which it stood when
 * the customer was opened, not from where a contact has moved it to since; who has left the list is passed over.
 */

/** Opened B of A B C D; A is done, a call moved B to the end: C D B. The next is still C; before it there is nobody any more. */
export function neighbourInList(
  ids: readonly string[],
  { id, openedIn, by }: { readonly id: string; readonly openedIn: readonly string[]; readonly by: 1 | -1 },
): string | undefined {
  const at = openedIn.indexOf(id);
  if (at < 0) return undefined;
  const there = new Set(ids);
  const onward = by === 1 ? openedIn.slice(at + 1) : openedIn.slice(0, at).reverse();
  return onward.find((one) => there.has(one));
}
