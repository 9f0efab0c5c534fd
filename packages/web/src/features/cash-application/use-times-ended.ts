import { useEffect, useRef, useState } from 'react';

/** How often something that goes on by itself has come to its end while this is on the screen. */
export function useTimesEnded(isGoingOn: boolean): number {
  const [times, setTimes] = useState(0);
  const wasGoingOn = useRef(isGoingOn);
  useEffect(() => {
    if (wasGoingOn.current && !isGoingOn) setTimes((now) => now + 1);
    wasGoingOn.current = isGoingOn;
  }, [isGoingOn]);
  return times;
}
