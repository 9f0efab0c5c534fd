/** The part of yazl that tests use to make zips; the package brings no types. */
declare module 'yazl' {
  export class ZipFile {
    readonly outputStream: AsyncIterable<Uint8Array>;
    addBuffer(content: Uint8Array, path: string, options?: { readonly compress?: boolean }): void;
    end(): void;
  }
}
