/** What the desk answers, as in src/Listening/Cases and src/Web/Cases; what may be absent is not on every server. */

interface Case {
  id: number;
  brand: string;
  author: string;
  source: string;
  postId: string;
  handle: string;
  name: string;
  followers: number | null;
  snippet: string;
  language: string;
  intent: string;
  sentiment: string;
  topic: string;
  openedAt: string;
  due: string;
  waiting: boolean;
  answeredAt: string | null;
  rival: string;
  rivalAt: string | null;
  episode: number;
  assignee: string | null;
  team?: string | null;
  promise?: string | null;
  promiseDue?: string | null;
  mergedInto?: number | null;
  /** The first case of the outbreak it belongs to. */
  outbreak?: number | null;
  snoozedUntil: string | null;
  resolvedAt: string | null;
  outcome: string | null;
  reason: string | null;
  changed: string;
  version: number;
}

interface Presence {
  person: string;
  doing: "viewing" | "replying";
  since: string;
}

interface CaseRow {
  status: "open" | "snoozed" | "resolved";
  case: Case;
  priority?: { score: number; reasons: string[] } | null;
  similar?: number;
  /** By what a resolve is taken back as if it had never been. */
  undo?: string | null;
  presence?: Presence[];
  tags?: string[];
}

interface CasePage {
  view: string;
  counts: Record<string, number>;
  items: CaseRow[];
  nextCursor: string | null;
}

interface SentReply {
  id: string;
  text: string;
  state: "waiting" | "sending" | "sent" | "refused" | "failed" | "undone" | "to_approve" | "returned";
  by?: string;
  /** What its writer says it counts as; absent leaves it to the models. */
  kind?: string | null;
  /** Who let it out, or gave it back. */
  approvedBy?: string | null;
  /** Its writer's words, where who approved it changed them. */
  original?: string | null;
  at?: string;
  sendsAt?: string | null;
  reason?: string | null;
  url?: string | null;
}

interface CaseDetail extends CaseRow {
  tags: string[];
  notes: { at: string; by: string; text: string }[];
  history: { at: string; by: string; action: string; detail: string | null }[];
  replies?: SentReply[];
  questions?: InsideQuestion[];
  merged?: number[];
  ticket?: { url: string; by: string } | null;
}

interface PostLabel {
  task: string;
  value: string;
  byPerson: boolean;
  confidence: number;
  model: string;
  why: { text: string; weight: number }[] | null;
}

interface PostAnswer {
  current: StoredPost;
  versions: { attachments?: { kind: string; url: string; alt: string | null }[]; tags?: string[] }[];
  labels: PostLabel[];
}

interface Composer {
  channel: boolean;
  reason?: string | null;
  limit?: number | null;
  counts?: string | null;
  thread: string;
  /** Put in front of a text that does not name the customer; it counts too. */
  prefix?: string;
  /** Where the post can be answered by hand. */
  link?: string | null;
  /** Whether what this person writes waits for a supervisor. */
  approval?: boolean;
  /** Internal sources that can be asked. */
  inside?: string[];
}

interface InsideQuestion {
  id: string;
  state: string;
  source: string;
  text: string;
  mark: string;
  by: string;
  reason?: string | null;
  url?: string | null;
  answeredBy?: string | null;
  answer?: string | null;
  answerUrl?: string | null;
  secondsToAnswer?: number | null;
}

/** Everything that the right pane draws of one case. */
interface CaseFile {
  version: number;
  detail: CaseDetail;
  talk: ConversationView | null;
  post: PostAnswer | null;
  composer: Composer | null;
}

/** The same as it is told. */
interface CaseFileAnswer {
  /** The number that was asked for. */
  id: number;
  detail: CaseDetail;
  conversation: ConversationView | null;
  post: PostAnswer | null;
  composer: Composer;
}

interface TriageView {
  me: string;
  colleagues: { address: string; name: string }[];
  lastAnswer: string | null;
  sources: { name: string; status: string; succeeded: string | null; reason: string | null }[];
  labels: Record<string, string[]>;
}

interface SavedView {
  id: string | number;
  name: string;
  query: string;
  count: number;
}
