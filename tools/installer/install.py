"""Install jixiao from the wheels beside this file, without a network. Goes into the package."""

import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main(arguments: list[str]) -> int:
    """Make an environment in the folder given (or ``jixiao`` at home) and install into it."""
    target = Path(arguments[0]).absolute() if arguments else Path.home() / "jixiao"
    print(f"安装到 {target} ……", flush=True)
    try:
        venv.create(target, with_pip=True)
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"建不了文件夹 {target}：{error}", file=sys.stderr)
        print(
            "可以另选位置：install 后面写上文件夹。",
            file=sys.stderr,
        )
        return 1
    folder = target / ("Scripts" if sys.platform == "win32" else "bin")
    python = folder / ("python.exe" if sys.platform == "win32" else "python")
    quiet = ["--quiet", "--no-input", "--disable-pip-version-check"]
    wheels = ["--no-index", "--find-links", str(HERE / "wheels"), "--upgrade", "jixiao"]
    if subprocess.call([python, "-m", "pip", "install", *quiet, *wheels]):  # noqa: S603 - our own
        version = "{}.{}".format(*sys.version_info)
        made_for = "、".join((HERE / "pythons.txt").read_text(encoding="utf-8").split())
        print(f"没有装上。这个安装包配 Python {made_for}，现在用的是 {version}。", file=sys.stderr)
        print("如果版本相符，请确认安装包是为这种系统打的，并已全部解压。", file=sys.stderr)
        return 1
    print(f"装好了。命令在：{folder / 'jixiao'}\n用法见 README.zh-CN.md。")
    return 0


if __name__ == "__main__":
    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr] # a real stream has it
    sys.stderr.reconfigure(errors="replace")  # type: ignore[union-attr] # a real stream has it
    sys.exit(main(sys.argv[1:]))
