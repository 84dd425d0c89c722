"""The private settings of one LibreOffice run: no macros, no network, our choice of fonts.

A profile of its own keeps a LibreOffice that the user has open undisturbed, and lets two builds
run at once. Fonts are chosen by fontconfig where there is one; elsewhere by LibreOffice's own
table of replacements.
"""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape

NOWHERE = "127.0.0.1"
DISCARD_PORT = 9

_SECURITY = "/org.openoffice.Office.Common/Security/Scripting"
_INET = "/org.openoffice.Inet/Settings"
# Path, property, value.
_SETTINGS = (
    (_SECURITY, "MacroSecurityLevel", "3"),
    (_SECURITY, "DisableMacrosExecution", "true"),
    (_SECURITY, "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("/org.openoffice.Office.Calc/Content/Update", "Link", "1"),  # never; its numbers differ
    (_SECURITY, "DisableActiveContent", "true"),
    ("/org.openoffice.Office.Java/VirtualMachine", "Enable", "false"),
    ("/org.openoffice.Office.Common/Misc", "FirstRun", "false"),
    ("/org.openoffice.Setup/Office", "ooSetupInstCompleted", "true"),
    ("/org.openoffice.Setup/L10N", "ooSetupSystemLocale", "zh-CN"),
    ("/org.openoffice.Office.Linguistic/General", "DefaultLocale_CJK", "zh-CN"),
    (_INET, "ooInetProxyType", "2"),
    *(
        setting
        for kind in ("HTTP", "HTTPS", "FTP")
        for setting in (
            (_INET, f"ooInet{kind}ProxyName", NOWHERE),
            (_INET, f"ooInet{kind}ProxyPort", str(DISCARD_PORT)),
        )
    ),
)
_FONTS = "/org.openoffice.Office.Common/Font/Substitution"


def write_profile(
    folder: Path,
    fonts: Mapping[str, str],
    environment: Mapping[str, str] = os.environ,
    system: str = sys.platform,
) -> dict[str, str]:
    """Write the profile below a folder and return the environment of the run."""
    base = None if system in ("win32", "darwin") else _fontconfig_base(environment)
    table = {} if base is not None else fonts
    user = folder / "profile" / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(settings_text(table), encoding="utf-8")
    temporary = folder / "tmp"
    temporary.mkdir()
    kept = {k: v for k, v in environment.items() if k not in ("PYTHONHOME", "PYTHONPATH")}
    proxy = f"http://{NOWHERE}:{DISCARD_PORT}"
    kept |= dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy"), proxy)
    kept |= dict.fromkeys(("TMPDIR", "TMP", "TEMP"), str(temporary))
    if system not in ("win32", "darwin"):
        kept["SAL_USE_VCLPLUGIN"] = "svp"
        # The same pages whoever asks; and a locale that is not installed can make it wait for ever.
        kept["LC_ALL"] = "C.UTF-8"
    if base is not None and fonts:
        path = folder / "fonts.conf"
        path.write_text(fontconfig_text(base, fonts), encoding="utf-8")
        kept["FONTCONFIG_FILE"] = str(path)
    return kept


def settings_text(fonts: Mapping[str, str]) -> str:
    """Write LibreOffice's settings; ``fonts`` go into its table of replacements."""
    items = [_item(path, _property(name, value)) for path, name, value in _SETTINGS]
    if fonts:
        items.append(_item(_FONTS, _property("Replacement", "true")))
    for number, (wanted, other) in enumerate(fonts.items()):
        pair = (("ReplaceFont", wanted), ("SubstituteFont", other), ("Always", "true"))
        said = "".join(_property(*one) for one in (*pair, ("OnScreenOnly", "false")))
        node = f'<node oor:name="_{number}" oor:op="replace">{said}</node>'
        items.append(_item(f"{_FONTS}/FontPairs", node))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry"'
        ' xmlns:xs="http://www.w3.org/2001/XMLSchema"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n'
        + "\n".join(items)
        + "\n</oor:items>\n"
    )


def fontconfig_text(base: Path, fonts: Mapping[str, str]) -> str:
    """Write a font configuration that adds our choice to that of the system."""
    rules = "\n".join(
        '<match target="pattern">'
        f'<test qual="any" name="family" compare="eq"><string>{_text(wanted)}</string></test>'
        f'<edit name="family" mode="assign" binding="strong"><string>{_text(other)}</string></edit>'
        "</match>"
        for wanted, other in fonts.items()
    )
    return (
        '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">\n'
        f'<fontconfig>\n<include ignore_missing="yes">{_text(str(base))}</include>\n'
        f"{rules}\n</fontconfig>\n"
    )


def _fontconfig_base(environment: Mapping[str, str]) -> Path | None:
    """Return the configuration that the system would use."""
    named = environment.get("FONTCONFIG_FILE")
    folders = (environment.get("FONTCONFIG_PATH"), "/etc/fonts", "/usr/local/etc/fonts")
    paths = (Path(named) if named else None, *(Path(f) / "fonts.conf" for f in folders if f))
    return next((path for path in paths if path is not None and path.is_file()), None)


def _item(path: str, inside: str) -> str:
    return f'<item oor:path="{path}">{inside}</item>'


def _property(name: str, value: str) -> str:
    return f'<prop oor:name="{name}" oor:op="fuse"><value>{_text(value)}</value></prop>'


def _text(words: str) -> str:
    return escape("".join(c for c in words if c.isprintable()))
