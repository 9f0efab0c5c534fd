/** Where letters on paper of the demo go: a street as its country writes it, in a town that is on no map. */
const STREETS: Readonly<Record<string, readonly [before: string, after: string, town: string]>> = {
  IT: ['Via dei Tigli ', '', '00000 Roccabrinella'],
  DE: ['Lindenweg ', '', '00000 Ahrenfurt'],
  AT: ['Lindenweg ', '', '0000 Ahrenfurt'],
  CH: ['Lindenweg ', '', '0000 Ahrenfurt'],
  FR: ['', ' rue des Tilleuls', '00000 Valmorsac'],
  ES: ['Calle de los Tilos ', '', '00000 Valdemorsa'],
  MX: ['Calle de los Tilos ', '', '00000 Valdemorsa'],
  PT: ['Rua das Tílias ', '', '0000-000 Valmorsa'],
  PL: ['ul. Lipowa ', '', '00-000 Lipowice Stare'],
  NL: ['Lindelaan ', '', '0000 AA Eikenmeer'],
  BE: ['Lindelaan ', '', '0000 Eikenmeer'],
  SE: ['Lindvägen ', '', '000 00 Ekfors'],
  US: ['', ' Linden Street', 'Alderbrook, NY 00000'],
  CA: ['', ' Linden Street', 'Alderbrook ON'],
  JP: ['', ' Shinagi-cho', '000-0000 Minahara'],
  KW: ['Block 4, Street ', '', 'Al Murjan'],
};
const ENGLISH = ['', ' Linden Road', 'Alderbrook'] as const;

/** `streetAndTown('IT', 12)` is `Via dei Tigli 12` above `00000 Roccabrinella`. */
export function streetAndTown(country: string, house: number): string {
  const [before, after, town] = STREETS[country] ?? ENGLISH;
  return `${before}${house}${after}\n${town}`;
}
