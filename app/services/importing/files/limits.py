"""How much a child process may take, so that a damaged or hostile file ends the child and nothing else."""

import sys
from contextlib import suppress

ROOM, ROOM_PER_BYTE = 768 << 20, 24  # an honest xlsx takes about 13 bytes for each of its own, a bomb thousands
STRUCTURE_SECONDS, SECONDS_PER_BYTE = 20.0, 1.5e-6


def room(size: int) -> int:
    """Bytes of memory for a file of this size."""
    return ROOM + ROOM_PER_BYTE * size


def patience(size: int) -> float:
    """Seconds without any sign of life for a file of this size."""
    return STRUCTURE_SECONDS + SECONDS_PER_BYTE * size


def limit_memory(extra: int) -> None:
    """Let this process grow by `extra` bytes from here; beyond, allocation fails."""
    with suppress(ImportError, OSError, ValueError):  # a platform without limits still has the parent's watch
        if sys.platform == "win32":
            _limit_windows(extra)
        else:
            _limit_posix(extra)


if sys.platform == "win32":

    def _limit_windows(extra: int) -> None:
        """A job object around this process, with JOB_OBJECT_LIMIT_PROCESS_MEMORY; Windows 8 and later nest jobs."""
        import ctypes
        from ctypes import wintypes

        class Basic(ctypes.Structure):
            """JOBOBJECT_BASIC_LIMIT_INFORMATION."""

            _fields_ = (
                ("PerProcessUserTimeLimit", ctypes.c_int64),
                ("PerJobUserTimeLimit", ctypes.c_int64),
                ("LimitFlags", wintypes.DWORD),
                ("MinimumWorkingSetSize", ctypes.c_size_t),
                ("MaximumWorkingSetSize", ctypes.c_size_t),
                ("ActiveProcessLimit", wintypes.DWORD),
                ("Affinity", ctypes.c_size_t),
                ("PriorityClass", wintypes.DWORD),
                ("SchedulingClass", wintypes.DWORD),
            )

        class Extended(ctypes.Structure):
            """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

            _fields_ = (
                ("Basic", Basic),
                ("IoInfo", ctypes.c_uint64 * 6),
                ("ProcessMemoryLimit", ctypes.c_size_t),
                ("JobMemoryLimit", ctypes.c_size_t),
                ("PeakProcessMemoryUsed", ctypes.c_size_t),
                ("PeakJobMemoryUsed", ctypes.c_size_t),
            )

        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = kernel.GetCurrentProcess.restype = wintypes.HANDLE
        job, limits = kernel.CreateJobObjectW(None, None), Extended()
        limits.Basic.LimitFlags, limits.ProcessMemoryLimit = 0x100, extra + (128 << 20)
        size = ctypes.sizeof(limits)
        kernel.SetInformationJobObject(wintypes.HANDLE(job), 9, ctypes.byref(limits), wintypes.DWORD(size))
        kernel.AssignProcessToJobObject(wintypes.HANDLE(job), wintypes.HANDLE(kernel.GetCurrentProcess()))

else:

    def _limit_posix(extra: int) -> None:
        """Address space, because that is what a wild allocation asks for first; and no core dump when it fails."""
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        with open("/proc/self/statm", encoding="ascii") as sizes:
            used = int(sizes.read().split()[0]) * resource.getpagesize()
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (used + extra, hard))
