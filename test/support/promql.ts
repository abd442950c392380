import { parser } from '@prometheus-io/lezer-promql';
import { fileOf } from './compose.js';

interface Dashboard {
  readonly panels: readonly { readonly targets: readonly { readonly expr: string }[] }[];
}

/** The metrics that an expression of PromQL reads. Throws where it is none. */
export function metricsIn(expression: string): string[] {
  const names: string[] = [];
  parser.parse(expression).iterate({
    enter: ({ type, from, to }) => {
      if (type.isError) throw new Error(`not PromQL at ${from}: ${expression}`);
      if (type.name === 'Identifier') names.push(expression.slice(from, to));
    },
  });
  return names;
}

/** Every expression of the dashboard that is shipped. */
export function dashboardExpressions(): string[] {
  const { panels } = JSON.parse(fileOf('tools/cluster/grafana/pacta.json')) as Dashboard;
  return panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));
}
