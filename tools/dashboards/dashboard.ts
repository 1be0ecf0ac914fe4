/** One line, or family of lines, of a panel. */
export interface Query {
  readonly expr: string;
  /** As Grafana writes it: `{{label}}` is replaced. */
  readonly legend: string;
  /** Stays empty in a healthy system, such as the share of an error that never came. */
  readonly mayBeEmpty?: boolean;
}

export interface Panel {
  readonly title: string;
  /** Grafana's name of it: `short`, `s`, `bytes`, `percentunit`, … */
  readonly unit: string;
  readonly queries: readonly Query[];
  /** In Grafana's grid of 24; a third of it unless told. */
  readonly width?: number;
  readonly kind?: 'timeseries' | 'stat';
}

export interface Dashboard {
  readonly uid: string;
  readonly title: string;
  readonly panels: readonly Panel[];
}

const SOURCE = { type: 'prometheus', uid: 'prometheus' };
const GRID = 24;
const HEIGHT = 7;
const DEFAULT_WIDTH = 8;

/** A dashboard as Grafana reads it from a file. */
export function grafanaJson({ uid, title, panels }: Dashboard): string {
  const places = placesOf(panels);
  const file = {
    ...{ uid, title, tags: ['cardroom'], timezone: 'browser', schemaVersion: 39, version: 1 },
    ...{ refresh: '10s', time: { from: 'now-1h', to: 'now' }, templating: { list: [] } },
    annotations: { list: [] },
    links: [
      { type: 'dashboards', tags: ['cardroom'], title: 'Cardroom', asDropdown: false, icon: '' },
    ],
    panels: panels.map((panel, index) => ({
      ...{ id: index + 1, title: panel.title, type: panel.kind ?? 'timeseries' },
      ...{ datasource: SOURCE, gridPos: places[index] },
      fieldConfig: { defaults: { unit: panel.unit, min: 0 }, overrides: [] },
      targets: panel.queries.map(({ expr, legend }, at) => ({
        ...{ refId: String.fromCharCode('A'.charCodeAt(0) + at), expr, legendFormat: legend },
      })),
    })),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** From left to right, and on to the next row where one does not fit any more. */
function placesOf(panels: readonly Panel[]) {
  let [x, y] = [0, 0];
  return panels.map(({ width = DEFAULT_WIDTH }) => {
    if (x + width > GRID) [x, y] = [0, y + HEIGHT];
    const place = { h: HEIGHT, w: width, x, y };
    x += width;
    return place;
  });
}

/** The share of a histogram that lies below a bound, and the quantiles people ask for. */
export const quantiles = (histogram: string, by = ''): Query[] =>
  (['0.50', '0.95', '0.99'] as const).map((share) => ({
    expr: `histogram_quantile(${share}, sum by (le${by === '' ? '' : `, ${by}`}) (rate(${histogram}_bucket[1m])))`,
    legend: `p${share.slice(2)}${by === '' ? '' : ` {{${by}}}`}`,
  }));
