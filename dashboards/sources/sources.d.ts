/** Sources as /api/v1/admin/sources speaks of them. */

interface SourceSetting {
  name: string;
  title: string;
  kind: "text" | "address" | "secret" | "number" | "choice" | "yesNo" | "list";
  required: boolean;
  default: string | null;
  hint: string | null;
  choices: string[];
}

interface SourceKind {
  kind: string;
  title: string;
  summary?: string | null;
  account: "none" | "free" | "paid";
  audience: "public" | "internal" | "either";
  sees: { replies: boolean; edits: boolean; deletions: boolean; reach: boolean };
  cannotSee: string[];
  every?: number;
  shortest?: number;
  settings: SourceSetting[];
}

type SourceStatus = "new" | "healthy" | "waiting" | "failing" | "behind" | "paused" | "stopped";

interface SourceState {
  status: SourceStatus;
  tried: string | null;
  succeeded: string | null;
  nextTry: string | null;
  reason: string | null;
  failures: number;
  /** Seconds since the start of the last run that read it to its end. */
  lag: number | null;
  newest: string | null;
  accepted: number;
  duplicates: number;
  rejected: number;
  /** `told`: the source said so; else it is our own limit for it. */
  budget: { limit: number | null; remaining: number; resets: string | null; told: boolean } | null;
}

interface SourceGap {
  stream: string;
  from: string | null;
  to: string;
  reason: string;
  found: string;
}

/** What a source was told; of a secret only that it is kept. */
type SourceSettings = Record<string, string | { kept: boolean }>;

interface ListedSource {
  id: string;
  name: string;
  kind: string;
  audience: string;
  every: number;
  paused: boolean;
  settings: SourceSettings;
  /** What it shows under these settings; null where this program has no such connector. */
  sees: SourceKind["sees"] | null;
  cannotSee: string[];
  state: SourceState;
  gaps: SourceGap[];
}

/** What is sent to add, test or change a source. */
interface SourceDraft {
  id?: string;
  name: string;
  kind: string;
  every?: number;
  /** Null takes one away. */
  settings: Record<string, string | null>;
}

/** A post on the wire, as far as it is shown. */
interface WirePost {
  source: string;
  id: string;
  author: { id: string; handle: string; name?: string };
  text: string;
  postedAt?: string;
  url?: string;
}

interface SourceTrial {
  posts: WirePost[];
  failure: { kind: string; reason: string } | null;
}
