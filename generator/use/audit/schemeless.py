"""Whom an audit tells what rests on no scheme: whoever looks at a document."""

from generator.rules.audience import Audience

ANYBODY = Audience(is_document=True, is_sure=False)
