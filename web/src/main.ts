// Starts what the screen at hand needs.

import { startAudit } from "./audit";
import { startChanges } from "./changes";
import { startFill } from "./fill";
import { startLate } from "./late";
import { startOverview } from "./overview";
import { startPages } from "./pages";

const SCREENS: Record<string, (data: DOMStringMap) => void> = {
  overview: startOverview,
  fill: startFill,
  pages: startPages,
  changes: startChanges,
  audit: startAudit,
  late: startLate,
};

SCREENS[document.body.dataset["screen"] ?? ""]?.(document.body.dataset);
