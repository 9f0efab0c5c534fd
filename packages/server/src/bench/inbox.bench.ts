/**
 * An inbox of 100,000 messages searched by words, addresses and numbers, as the search field of the inbox asks, beside its floors: one
 * conversation by its id through the same path (a read transaction with row-level security), and the latest page without a search.
 */
import { listInbox, searchConversations } from '../modules/correspondence/index.ts';
import { newId } from '../platform/ids.ts';
import { type BenchBook, openBenchBook } from './bench-book.ts';
import { figuresByKind, figuresOf, type SearchFigures } from './search-figures.ts';

export interface InboxBench {
  readonly messages: number;
  readonly conversations: number;
  readonly byKind: Readonly<Record<string, SearchFigures>>;
  readonly worstP95Ms: number;
  readonly floorPage: SearchFigures;
  readonly floorById: SearchFigures;
}

const MESSAGES_A_CONVERSATION = 4;
const AT_ONCE = 5_000;
const FOUND_MAX = 50;

export async function benchInbox(
  size: { readonly messages: number },
  options: { readonly databaseUrl?: string | undefined; readonly onProgress: (text: string) => void },
): Promise<InboxBench> {
  const book = await openBenchBook(options.databaseUrl);
  try {
    const conversations = Math.ceil(size.messages / MESSAGES_A_CONVERSATION);
    await writeMail(book, { ...size, conversations }, options.onProgress);
    await book.owner.query('vacuum analyze');
    return await measure(book, { ...size, conversations });
  } finally {
    await book.close();
  }
}

/** Words as business mail has them: some in every mail, some in one of a thousand. */
async function writeMail(
  book: BenchBook,
  size: { readonly messages: number; readonly conversations: number },
  onProgress: (text: string) => void,
): Promise<void> {
  const company = book.scope.company.id;
  const mailbox = newId();
  await book.owner.query(
    `insert into mailbox (company_id, id, name, address, smtp, made_by, made_at) values ($1, $2, 'AR', 'ar@example.com', '{}', $3, now())`,
    [company, mailbox, book.scope.actor.id],
  );
  await book.owner.query(
    `insert into conversation (company_id, id, token, mailbox_id, subject, customer_id, message_count, last_message_at, last_direction,
        last_from, waiting_since)
      select $1, md5('v' || n)::uuid, 'T' || n, $2, 'Invoice ' || (4000000 + n), c.id, $4, now() - n * interval '5 minutes', 'in', 'Ada', null
        from generate_series(0, $3::int - 1) n
        join (select id, row_number() over (order by number) - 1 as at from customer where company_id = $1 and kind = 'regular') c
          on c.at = n % 50000`,
    [company, mailbox, size.conversations, MESSAGES_A_CONVERSATION],
  );
  for (let start = 0; start < size.messages; start += AT_ONCE) {
    onProgress(`writing ${start} of ${size.messages} messages`);
    await book.owner.query(
      `insert into message (company_id, id, conversation_id, mailbox_id, direction, message_id, from_address, from_name, recipients, subject,
          body, happened_at, recorded_at, actor_id, actor_name)
        select $1, md5('m' || n)::uuid, md5('v' || n / $6)::uuid, $2, case when n % 2 = 0 then 'out' else 'in' end, '<' || n || '@x.example>',
            'person' || n % 20000 || '@firm' || n % 7000 || '.example', 'Person ' || n % 20000,
            '[{"kind":"to","address":"ar@example.com","name":null}]', 'Re: Invoice ' || (4000000 + n / $6),
            'Dear colleagues, the payment of invoice INV-2026/' || (4000000 + n / $6) || ' over ' || (1000 + n % 90000) || '.50 EUR was ' ||
              (array['sent', 'approved', 'delayed', 'disputed'])[1 + n % 4] || ' by ' ||
              (array['our bank', 'the treasury', 'accounting', 'the plant'])[1 + n % 4] || '. Reference ' || substr(md5(n::text), 1, 10) ||
              case when n % 1000 = 7 then ' escalated to the board' else '' end || repeat(' Kind regards and many thanks', 5 + n % 20),
            now() - n * interval '1 minute', now() - n * interval '1 minute', $3, 'bench'
          from generate_series($4::int, $5::int - 1) n`,
      [
        ...[company, mailbox, book.scope.actor.id, start, Math.min(start + AT_ONCE, size.messages)],
        MESSAGES_A_CONVERSATION,
      ],
    );
  }
}

async function measure(
  book: BenchBook,
  size: { readonly messages: number; readonly conversations: number },
): Promise<InboxBench> {
  const at = (round: number): number => (round * 611_953) % size.messages;
  const invoice = (round: number): string => `INV-2026/${4_000_000 + Math.floor(at(round) / MESSAGES_A_CONVERSATION)}`;
  const person = (round: number): string => `person${at(round) % 20_000}@firm${at(round) % 7_000}.example`;
  const kinds: Readonly<Record<string, (round: number) => string>> = {
    number: invoice,
    numberBeginning: (round) => invoice(round).slice(9, 14),
    address: person,
    personsName: (round) => `person ${at(round) % 20_000}`,
    rareWord: () => 'escalated board',
    frequentWord: () => 'payment',
    frequentWords: (round) =>
      ['payment approved', 'invoice delayed', 'treasury', 'kind regards disputed'][round % 4] ?? '',
    twoLetters: () => 'pa',
    frequentAndNumber: (round) => `payment ${4_000_000 + Math.floor(at(round) / MESSAGES_A_CONVERSATION)}`,
    frequentThatNeverMeet: () => 'sent treasury',
    nothing: (round) => `nosuchword${round}`,
  };
  const figures = await figuresByKind(
    kinds,
    (words) => book.database.read(book.scope, (tx) => searchConversations(tx, { words, limit: FOUND_MAX })),
    (rows) => rows.length > 0,
  );
  const page = { part: 'all', personId: book.scope.actor.id, limit: FOUND_MAX } as const;
  const byId = (round: number) =>
    book.owner.query(`select id from conversation where company_id = $1 and id = md5('v' || $2::int)::uuid`, [
      book.scope.company.id,
      at(round) % size.conversations,
    ]);
  return {
    ...size,
    ...figures,
    floorPage: await figuresOf(
      () => book.database.read(book.scope, (tx) => listInbox(tx, page)),
      (rows) => rows.length === FOUND_MAX,
    ),
    floorById: await figuresOf(byId, ({ rows }) => rows.length === 1),
  };
}
