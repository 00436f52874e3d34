/** What the server answers, as in src/Listening/Measuring and src/Listening/Storing. */

declare const Chart: any;

interface Session {
  simulated: boolean;
  brand: string | null;
  brands: { name: string; kind: string }[];
  timeZone: string;
  weekStart: string;
  newestPost: string | null;
  learning?: { day: number; of: number } | null;
  version: string;
  scopes: string[];
  passwords: boolean;
  name: string;
  role: string | null;
  rooms: { id: string; title: string; address: string }[];
}

interface MetricDefinition {
  id: string;
  title: string;
  definition: string;
  unit: Unit;
  higherIsBetter: boolean | null;
  cohort: string;
  dimensions: string[];
}

type Unit = "seconds" | "share" | "count";

interface MetricPoint {
  bucket: string | null;
  group: string | null;
  at: number | null;
  value: number | null;
  n: number;
  greaterThan?: number | null;
  beside?: Record<string, number | null> | null;
}

interface MetricAnswer {
  id: string;
  unit: Unit;
  value: number | null;
  n: number;
  of?: number | null;
  greaterThan?: number | null;
  previous?: MetricAnswer | null;
  series: MetricPoint[];
  asOf: string;
  revision: number;
  leftOut: Record<string, number>;
  beside: Record<string, number | null>;
}

interface TileAnswer {
  tile: string;
  answers: Record<string, MetricAnswer>;
  asOf: string;
  revision: number;
  tookMs: number;
}

interface MetricRow {
  kind: string;
  source: string;
  id: string;
  handle: string;
  text: string;
  url?: string | null;
  at: string;
  brand?: string | null;
  seconds?: number | null;
  state?: string | null;
  values: Record<string, unknown>;
  pictures: string[];
  hasAvatar: boolean;
}

interface MetricRows {
  total: number;
  revision: number;
  items: MetricRow[];
  nextCursor: string | null;
}

interface StoredPost {
  key: string;
  identity: { source: string; id: string };
  author: { id: string; handle: string; name?: string | null; followers?: number | null };
  party: string;
  brands: string[];
  text: string;
  postedAt: string;
  clamped?: boolean;
  editedAt?: string | null;
  deletedAt?: string | null;
  parent?: string | null;
  language?: string | null;
  url?: string | null;
  labels?: Record<string, string>;
  /** Alternative texts, in the order in which the pictures are asked for. */
  pictures: string[];
  hasAvatar: boolean;
}

interface Wait {
  brand: string;
  author: string;
  number: number;
  opener: string;
  openedAt: string;
  closedAt?: string | null;
  closedBy?: string | null;
  automatedAt?: string | null;
  resolvedAt?: string | null;
  censoredAt?: string | null;
  repliedAt?: string | null;
  rivalAt?: string | null;
  rival?: string | null;
  helpedAt?: string | null;
  leftOut?: string;
}

interface ConversationView {
  posts: StoredPost[];
  waits: Wait[];
  root: string | null;
}

interface TileLine {
  metric: string;
  key?: string;
  unit: Unit;
  text: string;
  negative?: string;
}

interface TileColumn {
  title: string;
  metric: string;
  show: "value" | "n" | "beside";
  key?: string;
  unit?: Unit;
  text?: string;
}

interface TileLayout {
  id: string;
  title: string;
  kind: string;
  width: number;
  height?: number;
  refresh: number;
  note?: string;
  metrics: { id: string; within?: string; by?: string; interval?: string; filter?: string }[];
  lines?: TileLine[];
  bands?: string[];
  labels?: Record<string, string>;
  rows?: { title: string; parameter: string; none?: string; order?: "n" };
  period?: string;
  columns?: TileColumn[];
}

interface Layout {
  id: string;
  title: string;
  description?: string;
  period?: string;
  filter?: string;
  tiles: TileLayout[];
}

/** What a person chose; all of it is in the address. */
interface Choice {
  period: string | null;
  from: string | null;
  to: string | null;
  filter: string;
  brand: string;
  compare: boolean;
  /** Against the first four weeks, where a room can do that. */
  baseline?: boolean;
  /** The id of a report that was sent. */
  sent?: string | null;
  list: ListChoice | null;
  post: string | null;
}

interface ListChoice {
  metric: string;
  from?: string;
  to?: string;
  asOf?: string;
  brand?: string;
  filter?: string;
  within?: string;
  by?: string;
  group?: string;
}

/** A period as two instants, in milliseconds; `to` excluded. */
interface Span {
  from: number;
  to: number;
}

/** What a tile is drawn from. */
interface TileView {
  layout: TileLayout;
  answers: Record<string, MetricAnswer>;
  span: Span;
  zone: string;
  weekStart: string;
  brand: string | null;
  catalogue: Map<string, MetricDefinition>;
  /** What people wrote at dates of the period. */
  notes?: { at: number; text: string }[];
  open(list: ListChoice): void;
}
