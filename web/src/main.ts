// Starts what the screen at hand needs.

import { startAudit } from "./audit";
import { startChanges } from "./changes";
import { refuseDrops } from "./drop";
import { startFill } from "./fill";
import { startLate } from "./late";
import { startNew } from "./new";
import { startOverview } from "./overview";
import { startPages } from "./pages";
import { startProblems } from "./problems";
import { leadToQuestions } from "./say";
import { startToml } from "./toml";

const SCREENS: Record<string, (data: DOMStringMap) => void> = {
  overview: startOverview,
  new: startNew,
  fill: startFill,
  pages: startPages,
  problems: startProblems,
  toml: startToml,
  changes: startChanges,
  audit: startAudit,
  late: startLate,
};

SCREENS[document.body.dataset["screen"] ?? ""]?.(document.body.dataset);
refuseDrops();
leadToQuestions();
