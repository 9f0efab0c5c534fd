/** What an expectation came to: expected against seen, and how to ask the same again. */
export interface Verdict {
  readonly isMet: boolean;
  readonly expected: string;
  readonly seen: string;
  /** Asks again with the same day and instant; the text must stay what it was. */
  readonly again?: () => Promise<string>;
  /** The text that `again` must give. */
  readonly standing?: string;
}

/** Met when both texts are the same. */
export function compared(expected: string, seen: string): Verdict {
  return { isMet: expected === seen, expected, seen };
}
