/** The registry as /api/v1/admin/brands speaks of it. */

interface RegistryBrand {
  name: string;
  kind: string;
  handles: string[];
  watch: string[];
  exclude: string[];
}

interface RegistryContent {
  brands: RegistryBrand[];
  timeZone: string;
  weekStart: string;
}

interface RegistryView extends RegistryContent {
  version: number;
  at: string | null;
  actor: string;
  note: string;
  facts: { version: number | null; current: boolean; deriving: number | null };
  changedConfiguration: RegistryContent | null;
}

interface RegistryVersion {
  number: number;
  at: string;
  actor: string;
  note: string;
  content: RegistryContent;
}

interface RegistryFault {
  place: string;
  reason: string;
  position?: number | null;
  example?: string | null;
}

interface ChangedPost {
  source: string;
  id: string;
  handle: string;
  at: string;
  text: string;
}

interface RegistryChange {
  posts: number;
  from: string | null;
  to: string | null;
  changedPosts: number;
  changedWaits: number;
  brands: { brand: string; before: number; after: number }[];
  postChanges: { kind: string; brand: string; was: string; now: string; posts: number; examples: ChangedPost[] }[];
  waitChanges: { brand: string; was: string; now: string; closing: boolean; waits: number; examples: ChangedPost[] }[];
  seconds: number;
}

interface UnregisteredAccount {
  source: string;
  handle: string;
  brand: string;
  people: number;
  answers: number;
  last: string;
}
