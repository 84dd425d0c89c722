"""What the system says of a file that it does not give or take, in words for the user."""

import errno
from types import MappingProxyType
from typing import Final

_WORDS: Final = MappingProxyType(
    {
        errno.EACCES: "没有权限，或正被别的程序占用",
        errno.EBUSY: "正被别的程序占用",
        errno.EDQUOT: "磁盘配额已用完",
        errno.EEXIST: "已有同名的文件或文件夹",
        errno.EFBIG: "文件太大",
        errno.EINVAL: "文件名里有不能用的字符",
        errno.EIO: "磁盘读写出错，请检查磁盘或网络",
        errno.EISDIR: "这是文件夹，不是文件",
        errno.ELOOP: "链接绕成了圈",
        errno.EMFILE: "打开的文件太多",
        errno.ENAMETOOLONG: "文件名太长",
        errno.ENFILE: "打开的文件太多",
        errno.ENODEV: "这个设备不在了",
        errno.ENOENT: "没有这个文件或文件夹",
        errno.ENOMEM: "内存不够",
        errno.ENOSPC: "磁盘已满",
        errno.ENOTDIR: "路径中间有一段不是文件夹",
        errno.ENOTEMPTY: "文件夹不是空的",
        errno.ENXIO: "这个设备不在了",
        errno.EPERM: "系统不允许",
        errno.EROFS: "磁盘是只读的",
        errno.ESTALE: "网络盘断开了",
        errno.ETIMEDOUT: "网络盘没有回应",
        errno.EXDEV: "不在同一个磁盘上",
    }
)


def system_words(error: OSError) -> str:
    """Say why; what we have no words for is told by its number. Our own faults bring their words along."""
    if error.errno is None:
        return "系统没有说明原因"
    return _WORDS.get(error.errno, f"系统报告第 {error.errno} 号错误")
