/** A panel of a Grafana dashboard before it has a place. @see https://grafana.com/docs/grafana/latest/visualizations/ */
export interface Panel {
  readonly type: 'stat' | 'table' | 'timeseries';
  readonly title: string;
  readonly description?: string;
  readonly width: number;
  readonly height: number;
  readonly targets: readonly Target[];
  readonly unit?: string;
  /** Colours, each from its value on; `null` is the lowest. */
  readonly steps?: readonly Step[];
  readonly options?: object;
  readonly transformations?: readonly object[];
}

export interface Target {
  readonly expr: string;
  readonly legend?: string;
}

export interface Step {
  readonly color: 'green' | 'yellow' | 'red';
  readonly value: number | null;
}

/** The Prometheus that is chosen at the top of the dashboard. */
export const DATASOURCE = { type: 'prometheus', uid: '$datasource' };

/** A number, red unless it is nothing. */
export const count = (title: string, expr: string): Panel => ({
  type: 'stat',
  title,
  width: 6,
  height: 4,
  targets: [{ expr }],
  steps: [
    { color: 'green', value: null },
    { color: 'red', value: 1 },
  ],
});

export const graph = (title: string, unit: string, targets: readonly Target[], description?: string): Panel => ({
  type: 'timeseries',
  title,
  ...(description !== undefined && { description }),
  width: 12,
  height: 8,
  targets,
  unit,
});

/** Panels in Grafana's words, each in the next free place from left to right. */
export function placed(panels: readonly Panel[]): object[] {
  let [x, y, below] = [0, 0, 0];
  return panels.map((panel, at) => {
    if (x + panel.width > COLUMNS) [x, y] = [0, below];
    const gridPos = { h: panel.height, w: panel.width, x, y };
    x += panel.width;
    below = y + panel.height;
    return { ...written(panel), gridPos, id: at + 1 };
  });
}

// --- internal ---

/** @see https://grafana.com/docs/grafana/latest/dashboards/build-dashboards/view-dashboard-json-model/ */
const COLUMNS = 24;

function written({ type, title, description, targets, unit = 'short', steps, options, transformations }: Panel) {
  const isTable = type === 'table';
  return {
    datasource: DATASOURCE,
    ...(description !== undefined && { description }),
    fieldConfig: {
      defaults: { unit, ...(steps && { color: { mode: 'thresholds' }, thresholds: { mode: 'absolute', steps } }) },
      overrides: [],
    },
    options: options ?? {},
    targets: targets.map(({ expr, legend }, at) => ({
      datasource: DATASOURCE,
      expr,
      ...(isTable && { format: 'table' }),
      ...(type !== 'timeseries' && { instant: true }),
      ...(legend !== undefined && { legendFormat: legend }),
      refId: `Q${at + 1}`,
    })),
    title,
    ...(transformations && { transformations }),
    type,
  };
}
