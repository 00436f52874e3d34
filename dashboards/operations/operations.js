import { showDashboard } from "../shared/dashboard.js";

await showDashboard("operations");
