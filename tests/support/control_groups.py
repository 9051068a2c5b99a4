"""Control groups of a private engine's containers, all below one group named like its folder. They are
the machine's: unlike all else of the engine they do not go away with its namespaces."""
import os

ROOT = "/sys/fs/cgroup"


def groups(name):
    """Every group of that name, in each hierarchy there is, with those below it, the lowest first."""
    for top, _, _ in os.walk(ROOT):
        if os.path.basename(top) == name:
            yield from (folder for folder, _, _ in os.walk(top, topdown=False))


def thaw(name):
    """Nothing that `docker pause` froze can die, not even of SIGKILL (version 1 of control groups)."""
    for folder in list(groups(name)):
        for file, text in (("freezer.state", "THAWED"), ("cgroup.freeze", "0")):
            try:
                with open(os.path.join(folder, file), "w") as state:
                    state.write(text)
            except OSError:
                pass  # not of this version, or not of this hierarchy


def remove(name):
    """True when nothing is left. False: a process is still on its way out."""
    for folder in list(groups(name)):
        try:
            os.rmdir(folder)
        except OSError:
            pass
    return not any(groups(name))
