/**
 * The HTML of a mail as it may be shown: no scripts, forms, frames or style sheets, no picture from outside (it would tell the sender
 * that the mail was opened). It is shown in a frame of its own that may do nothing either.
 */
import sanitizeHtml from 'sanitize-html';

export interface ShownHtml {
  readonly html: string;
  /** Pictures from outside that are not shown. */
  readonly blockedPictures: number;
}

const TAGS = (
  'a abbr b blockquote br caption center cite code col colgroup dd del div dl dt em font h1 h2 h3 h4 h5 h6 hr i img ins li mark ol p pre q ' +
  's small span strike strong sub sup table tbody td tfoot th thead tr u ul'
).split(' ');
const SIZE = [/^\d+(?:\.\d+)?(?:px|em|rem|pt|%)$/];
const COLOUR = [/^#[0-9a-f]{3,8}$/i, /^rgba?\([\d\s.,%]+\)$/i, /^[a-z]{3,20}$/i];
const WORD = [/^[a-z-]{1,20}$/i];
const HTML_CHARS_MAX = 2_000_000;

/** `pictures` are the mail's own, by content id, as data addresses. */
export function shownHtml(html: string, pictures: ReadonlyMap<string, string>): ShownHtml {
  let blockedPictures = 0;
  const clean = sanitizeHtml(html.slice(0, HTML_CHARS_MAX), {
    allowedTags: TAGS,
    allowedAttributes: {
      '*': ['style', 'align', 'valign', 'dir', 'lang', 'title'],
      a: ['href', 'target', 'rel'],
      img: ['src', 'alt', 'width', 'height'],
      td: ['colspan', 'rowspan', 'width', 'height', 'bgcolor'],
      th: ['colspan', 'rowspan', 'width', 'height', 'bgcolor'],
      table: ['width', 'border', 'cellpadding', 'cellspacing', 'bgcolor'],
      font: ['color', 'size', 'face'],
    },
    allowedStyles: {
      '*': {
        color: COLOUR,
        'background-color': COLOUR,
        'font-size': SIZE,
        'font-weight': [/^(?:bold|normal|\d{3})$/],
        'font-style': WORD,
        'text-align': WORD,
        'text-decoration': WORD,
        'vertical-align': WORD,
        'white-space': WORD,
        width: SIZE,
        'max-width': SIZE,
        padding: [/^[\d\s.a-z%]{1,40}$/],
        margin: [/^[\d\s.a-z%]{1,40}$/],
        'border-collapse': WORD,
        'border-bottom': [/^[\w\s#.-]{1,40}$/],
      },
    },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['data'] },
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
    nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'title', 'head'],
    transformTags: {
      a: (tagName, { href, ...rest }) => ({
        tagName,
        attribs: {
          ...rest,
          ...(href === undefined ? {} : { href }),
          target: '_blank',
          rel: 'noopener noreferrer nofollow',
        },
      }),
      img: (tagName, attribs) => {
        const own = /^cid:(.+)$/i.exec(attribs.src ?? '')?.[1];
        const src = own === undefined ? undefined : pictures.get(own);
        if (src !== undefined) return { tagName, attribs: { ...attribs, src } };
        blockedPictures += 1;
        const { src: _blocked, ...rest } = attribs;
        return { tagName, attribs: rest };
      },
    },
    exclusiveFilter: ({ tag, attribs }) => tag === 'img' && attribs.src === undefined,
  });
  return { html: clean, blockedPictures };
}
