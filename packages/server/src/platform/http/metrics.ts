/** Counters and times in the text format that Prometheus reads. By route pattern, never by address, so that they stay few. */

const BOUNDS_SECONDS = [0.005, 0.025, 0.1, 0.5, 2, 10] as const;

interface Series {
  count: number;
  seconds: number;
  readonly within: number[];
}

export interface Metrics {
  observe(request: { method: string; route: string; status: number; seconds: number }): void;
  /** The page; `gauges` are read at that moment. */
  text(gauges: Readonly<Record<string, number>>): string;
}

export function createMetrics(): Metrics {
  const series = new Map<string, Series>();
  return {
    observe({ method, route, status, seconds }) {
      const labels = `method="${method}",route="${route}",status="${status}"`;
      let one = series.get(labels);
      if (one === undefined) {
        one = { count: 0, seconds: 0, within: BOUNDS_SECONDS.map(() => 0) };
        series.set(labels, one);
      }
      one.count += 1;
      one.seconds += seconds;
      for (const [index, bound] of BOUNDS_SECONDS.entries()) {
        if (seconds <= bound) one.within[index] = (one.within[index] ?? 0) + 1;
      }
    },
    text(gauges) {
      const lines = ['# TYPE quittance_http_request_seconds histogram'];
      for (const [labels, one] of series) {
        for (const [index, bound] of BOUNDS_SECONDS.entries()) {
          lines.push(`quittance_http_request_seconds_bucket{${labels},le="${bound}"} ${one.within[index] ?? 0}`);
        }
        lines.push(`quittance_http_request_seconds_bucket{${labels},le="+Inf"} ${one.count}`);
        lines.push(`quittance_http_request_seconds_sum{${labels}} ${one.seconds.toFixed(6)}`);
        lines.push(`quittance_http_request_seconds_count{${labels}} ${one.count}`);
      }
      for (const [name, value] of Object.entries(gauges)) {
        lines.push(`# TYPE quittance_${name} gauge`, `quittance_${name} ${value}`);
      }
      return `${lines.join('\n')}\n`;
    },
  };
}
