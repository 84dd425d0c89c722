"""A dossier for which its scheme has no document: nothing is written, and that is no success."""

from generator.base.problem import Problem, Severity
from generator.use.build.planned_documents import Plan
from generator.use.check.examine import Examined

_CODE = "O33"


def no_documents(examined: Examined, plan: Plan) -> tuple[Problem, ...]:
    """Tell that there is nothing to write, where nothing else says why and nobody asked for nothing."""
    dossier, loaded = examined.dossier, examined.scheme
    if dossier is None or loaded is None or plan.files:
        return ()
    if any(problem.stops for problem in (*examined.problems, *plan.problems)):
        return ()
    if all(subject.entry.documents == () for subject in dossier.subjects):
        return ()
    message = f"方案“{loaded.scheme.title}”没有这份填报要写的文书，什么也没有写出"
    hint = (
        "请核对 unit.toml 里的 scheme 和 stage；自己的方案，核对 [[document]] 里的 stage 和 for"
        "（project 是项目，department 是部门整体）"
    )
    place = dossier.source.place(("scheme",))
    return (Problem(_CODE, Severity.ERROR, message, place, hint),)
