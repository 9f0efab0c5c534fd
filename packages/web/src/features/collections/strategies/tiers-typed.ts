/** Points by tier as they are typed: "A: 10, B: -5". */

const LINE = /^(.+?)\s*[:=]\s*([+-]?\d{1,3})$/;

/** Null while what is typed is none yet. `A: 10, B: 5` is `{ A: 10, B: 5 }`. */
export function tiersTyped(text: string): Record<string, number> | null {
  const parts = text.split(/[,;\n]/).map((part) => part.trim());
  const found: [string, number][] = [];
  for (const part of parts.filter((one) => one !== '')) {
    const [, tier, points] = LINE.exec(part.replace('−', '-')) ?? [];
    if (tier === undefined || points === undefined) return null;
    found.push([tier.trim(), Number(points)]);
  }
  return Object.fromEntries(found);
}

export function tiersText(tiers: Readonly<Record<string, number>>): string {
  return Object.entries(tiers)
    .map(([tier, points]) => `${tier}: ${points}`)
    .join(', ');
}
