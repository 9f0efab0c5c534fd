declare module 'hoodiecrow-imap' {
  import type { Server } from 'node:net';

  interface HoodiecrowServer {
    readonly server: Server;
    listen(port: number, host: string, ready: () => void): void;
    close(done: () => void): void;
    appendMessage(folder: string, flags: readonly string[], internalDate: string | null, raw: string): void;
    getMailbox(folder: string): { readonly messages: readonly unknown[] } | undefined;
  }
  export default function hoodiecrow(options: object): HoodiecrowServer;
}
