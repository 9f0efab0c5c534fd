/** A file that cannot be taken as a whole: the message is for the person, with what to do. */
export class FileRefused extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export function blankFile(): FileRefused {
  const message =
    'The file holds nothing but blanks. Check that the right one was chosen, and that the export found something.';
  return new FileRefused('file_blank', message);
}
