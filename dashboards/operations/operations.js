import { tour } from "../demo/tour.js";
import { showDashboard } from "../shared/dashboard.js";

await showDashboard("operations");
tour();
