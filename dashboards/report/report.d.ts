/** The report as the server answers it, as in src/Listening/Reporting. */

interface ReportChange {
  before: number | null;
  beforeN: number;
  difference: number | null;
  word: "none" | "better" | "worse";
  beforeGreaterThan?: number | null;
}

interface ReportFigure {
  metric: string;
  title: string;
  unit: Unit;
  value: number | null;
  n: number;
  of?: number | null;
  greaterThan?: number | null;
  change?: ReportChange | null;
  link?: string | null;
}

interface ReportCard {
  id: string;
  title: string;
  figure: ReportFigure;
  beside: ReportFigure[];
  sparkline: { at: string; value: number | null; n: number }[];
  target?: { value: number; met: boolean | null; default: boolean } | null;
  leftOut: Record<string, number>;
  definition: string;
}

interface ReportSection {
  id: string;
  title: string;
  columns: { title: string; unit: string }[];
  rows: { cells: { text?: string | null; value?: number | null }[]; link: string | null }[];
  note?: string | null;
}

interface Annotation {
  id: string;
  date: string;
  text: string;
  by: string;
  at: string;
}

interface EngagementReport {
  brand: string | null;
  from: string;
  to: string;
  comparison: string;
  baseline: { recordedAt: string; since: string[] } | null;
  learning: { day: number; of: number } | null;
  compared?: { from: string; to: string; asOf: string } | null;
  zone: string;
  asOf: string;
  freshness: {
    dataTo: string | null;
    healthy: number;
    sources: number;
    classified: number | null;
    posts: number;
    faults: { source: string; reason: string; from: string | null; to: string | null }[];
  };
  models: Record<string, string>;
  simulated: boolean;
  sentences: { text: string; metric: string; link: string; word: "none" | "better" | "worse"; n: number }[];
  cards: ReportCard[];
  sections: ReportSection[];
  definitions: { id: string; title: string; text: string; cohort: string }[];
  annotations: Annotation[];
}
