/**
 * Several messages that are due for one person become one: a buyer with three reminders in the morning reads none of them. The
 * highest level speaks, about all items, and the one message takes the keys of all.
 */
export interface DueMessage {
  readonly customerId: string;
  /** Where it goes. */
  readonly address: string;
  /** The higher speaks: 0 for a reminder before the due date, 1 to 4 for notices. */
  readonly level: number;
  readonly itemIds: readonly string[];
  /** What it is sent for, as `queueMessage` takes them. */
  readonly keys: readonly string[];
}

/**
 * One message for each customer and address, in the order in which they first occur. Levels 1 (item a) and 3 (item b) for one
 * address are one of level 3 about a and b with the keys of both.
 */
export function consolidate<Due extends DueMessage>(due: readonly Due[]): Due[] {
  const byReader = new Map<string, Due>();
  for (const message of due) {
    const reader = `${message.customerId} ${message.address.toLowerCase()}`;
    const other = byReader.get(reader);
    byReader.set(reader, other === undefined ? message : joined(other, message));
  }
  return [...byReader.values()];
}

function joined<Due extends DueMessage>(first: Due, second: Due): Due {
  const speaks = second.level > first.level ? second : first;
  const itemIds = [...new Set([...first.itemIds, ...second.itemIds])];
  const keys = [...new Set([...first.keys, ...second.keys])];
  return { ...speaks, itemIds, keys };
}
