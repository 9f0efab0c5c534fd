/** How much of an advice is read: real ones are far below, and the worst file ends soon. */
const MIB = 1024 * 1024;

/** One file or mail; it is held whole. */
export const ADVICE_BYTES_MAX = 30 * MIB;
/** The longest payment runs print a few hundred pages. */
export const PDF_PAGES_MAX = 500;
/** Words of one page: a dense page has two thousand. */
export const PAGE_WORDS_MAX = 20_000;
/** Reading a page from a picture takes some ten seconds. */
export const SCANNED_PAGES_MAX = 20;
/** A page of A4 at 600 dots an inch has 35 million. */
export const IMAGE_PIXELS_MAX = 40_000_000;
/** 200 dots an inch of a page as wide as A3: more dots read no better. */
export const PAGE_PIXELS_WIDE = 2_000;
export const PAGE_PIXELS_HIGH_MAX = 4_000;
/** Pages of a PDF with text that are kept as pictures, to compare lines with. */
export const PAGES_SHOWN_MAX = 10;
/** Wide enough to read. */
export const PAGE_SHOWN_WIDE = 1_200;
/** Rows of one advice. */
export const ADVICE_LINES_MAX = 20_000;
/** Advices of one file: a shared-service centre's day. */
export const ADVICES_MAX = 2_000;
