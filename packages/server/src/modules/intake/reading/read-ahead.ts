/**
 * Lets the source go on while its receiver is busy, up to `ahead` values: the reading process parses the next rows while
 * the database takes the last ones. Stopping early stops the source.
 */
export async function* readAhead<Value>(source: AsyncGenerator<Value>, ahead: number): AsyncGenerator<Value> {
  const ready: Value[] = [];
  let failure: { readonly error: unknown } | null = null;
  let isDone = false;
  let isStopped = false;
  let wake: () => void = () => undefined;
  const change = () => new Promise<void>((resolve) => (wake = resolve));
  const pump = async () => {
    try {
      for await (const value of source) {
        ready.push(value);
        wake();
        while (ready.length >= ahead && !isStopped) await change();
        if (isStopped) break;
      }
    } catch (error) {
      failure = { error };
    }
    isDone = true;
    wake();
  };
  const pumping = pump();
  try {
    for (;;) {
      const value = ready.shift();
      if (value !== undefined) {
        wake();
        yield value;
      } else if (isDone) break;
      else await change();
    }
    if (failure !== null) throw (failure as { readonly error: unknown }).error;
  } finally {
    isStopped = true;
    wake();
    await pumping;
  }
}
