"""STUB"""
def name_fault(name): return ""
def safe_name(text, limit=80): return text[:limit]
