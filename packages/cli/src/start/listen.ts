/** Finding a port: the one that was asked for and no other, or the first free one from the usual on. */
import { DEFAULT_PORT } from '@quittance/server';

interface Listener {
  listen(place: { port: number; host: string }): Promise<string>;
  readonly server: { address(): unknown };
}

const PORTS_TRIED_MAX = 20;

/** The refusal of a port that was asked for; the usual form of refusals. */
class PortRefusal extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'AppError';
    this.code = code;
  }
}

/** Listens and says on which port. Throws `port_in_use`, `port_not_allowed`, `no_free_port`. */
export async function listen(
  listener: Listener,
  { port, host }: { port: number | undefined; host: string },
): Promise<number> {
  if (port !== undefined) return listenOn(listener, port, host);
  for (let candidate = DEFAULT_PORT; candidate < DEFAULT_PORT + PORTS_TRIED_MAX; candidate++) {
    try {
      return await listenOn(listener, candidate, host);
    } catch (error) {
      if (!(error instanceof PortRefusal && error.code === 'port_in_use')) throw error;
    }
  }
  const last = DEFAULT_PORT + PORTS_TRIED_MAX - 1;
  throw new PortRefusal(
    'no_free_port',
    `The ports ${DEFAULT_PORT} to ${last} are all in use. Name another with --port.`,
  );
}

async function listenOn(listener: Listener, port: number, host: string): Promise<number> {
  try {
    await listener.listen({ port, host });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE') {
      throw new PortRefusal('port_in_use', `Port ${port} is in use. Name another with --port, or leave it out.`);
    }
    if (code === 'EACCES') {
      throw new PortRefusal('port_not_allowed', `This user may not listen on port ${port}. Use one above 1024.`);
    }
    throw error;
  }
  const address = listener.server.address();
  return typeof address === 'object' && address !== null && 'port' in address ? Number(address.port) : port;
}
