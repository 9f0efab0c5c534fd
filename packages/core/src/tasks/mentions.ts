/** Who is named in a text by an @ before the name: "@Lucia Ferrandi, can you call?" names Lucia Ferrandi. */
export function mentionedIn(text: string, people: readonly { readonly id: string; readonly name: string }[]): string[] {
  const plain = text.toLowerCase();
  const found = people.filter(({ name }) => {
    const at = plain.indexOf(`@${name.toLowerCase()}`);
    const next = plain.charAt(at + name.length + 1);
    return at >= 0 && !/[\p{L}\p{N}]/u.test(next);
  });
  return [...new Set(found.map(({ id }) => id))];
}
