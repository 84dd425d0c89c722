"""S13: the documents that a scheme lists, and what they attach."""

from collections.abc import Iterator

from generator.base.suggestion import suggest
from generator.model.scheme import Scheme
from generator.rules.scheme.scheme_fault import Fault


def check_documents(scheme: Scheme) -> Iterator[Fault]:
    """Every document has a name of its own; attachments exist, fit, and attach nothing themselves."""
    known = {template.id: template for template in scheme.document}
    seen: set[str] = set()
    for index, template in enumerate(scheme.document):
        at = ("document", index)
        if template.id in seen:
            hint = "每份文书的 id 各不相同"
            yield Fault("S13", (*at, "id"), f"文书代码“{template.id}”重复", hint, quote=template.id)
        seen.add(template.id)
        for number, name in enumerate(template.attaches):
            keys = (*at, "attaches", number)
            other = known.get(name)
            if other is None:
                hint = suggest(name, known)
                yield Fault("S13", keys, f"没有文书“{name}”可附", hint, quote=name)
            elif other.for_ != template.for_ or other.stage != template.stage:
                message = f"文书“{name}”的对象或阶段不同，不能附在这里"
                yield Fault("S13", keys, message, "请附同一对象、同一阶段的文书", quote=name)
            elif other.attaches or name == template.id:
                message = f"文书“{name}”自己还有附件，不能再附"
                yield Fault("S13", keys, message, "附件只有一层", quote=name)
