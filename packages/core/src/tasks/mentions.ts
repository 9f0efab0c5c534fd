/** Who is named in a text by an @ before the name: "@Lucia Ferrandi, can you call?" names Lucia Ferrandi. */
export function mentionedIn(text: string, people: readonly { readonly id: string; readonly name: string }[]): string[] {
  const plain = text.toLowerCase();
  const found = people.filter(({ name }) => {
    const [, ...behind] = plain.split(`@${name.toLowerCase()}`);
    return behind.some((rest) => !/^[\p{L}\p{N}]/u.test(rest));
  });
  return [...new Set(found.map(({ id }) => id))];
}
