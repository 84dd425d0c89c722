"""What a scheme can require of a dossier, each by its path of keys."""

UNIT_NAME = "unit.name"

REQUIRABLE = (
    "unit.date",
    "project.name",
    "project.authority",
    "project.implementer",
    "funds.initial",
    "funds.budget",
    "funds.spent",
    "goal.expected",
    "goal.achieved",
    "indicator.target",
    "indicator.actual",
    "indicator.weight",
)

# What nobody fills in, but a form prints: it must come out, or a final document has a blank.
WORKED_OUT = ("funds.rate", "score.execution", "score.total", "score.grade")

# What a file need not give because the form that it was taken from does not ask for it.
OF_UNIT = (UNIT_NAME, *(path for path in REQUIRABLE if path.startswith("unit.")))
OF_SUBJECT = tuple(path for path in REQUIRABLE if path not in OF_UNIT)
