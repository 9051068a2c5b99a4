"""accessible_window.py SLIPWAY: uses the window the way a screen reader does, through AT-SPI alone.

Everything that can be reached says what it is; a task is added with nothing but names, roles and actions, and
its row tells how it stands.
"""
import os
import subprocess
import sys
import tempfile
import time

import pyatspi

CONTROLS = {
    pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_TOGGLE_BUTTON, pyatspi.ROLE_CHECK_BOX, pyatspi.ROLE_RADIO_BUTTON,
    pyatspi.ROLE_TEXT, pyatspi.ROLE_ENTRY, pyatspi.ROLE_PASSWORD_TEXT, pyatspi.ROLE_COMBO_BOX,
    pyatspi.ROLE_SPIN_BUTTON, pyatspi.ROLE_LIST, pyatspi.ROLE_LIST_ITEM, pyatspi.ROLE_TABLE,
    pyatspi.ROLE_TREE_TABLE, pyatspi.ROLE_MENU_ITEM, pyatspi.ROLE_PAGE_TAB, pyatspi.ROLE_SLIDER,
    pyatspi.ROLE_DIALOG, pyatspi.ROLE_FRAME,
}
WAIT_SECONDS = 20


def until(what, find):
    """What `find` answers, as soon as that is something."""
    end = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < end:
        try:
            found = find()
        except Exception:  # it went away while it was looked at
            found = None
        if found:
            return found
        time.sleep(0.05)
    raise SystemExit(f"FAIL: {what}: not within {WAIT_SECONDS} s")


def everything(top):
    yield top
    for number in range(top.childCount):
        child = top.getChildAtIndex(number)
        if child is not None:
            yield from everything(child)


def is_showing(node):
    return node.getState().contains(pyatspi.STATE_SHOWING)


def find(top, role, name, exact=True):
    for node in everything(top):
        same = node.name == name if exact else name in node.name
        if node.getRole() == role and same and is_showing(node):
            return node
    return None


def is_choice(node):
    """One of a combo box's: it may be empty, for what is chosen by choosing nothing."""
    return node.getRole() == pyatspi.ROLE_LIST_ITEM and node.parent.parent.getRole() == pyatspi.ROLE_COMBO_BOX


def nameless(top):
    return [f"{node.getRoleName()} in {path_of(node)}" for node in everything(top)
            if node.getRole() in CONTROLS and is_showing(node) and not node.name.strip() and not is_choice(node)]


def path_of(node):
    names = []
    while node is not None and node.getRole() != pyatspi.ROLE_APPLICATION:
        names.append(node.name or node.getRoleName())
        node = node.parent
    return " < ".join(names[1:])


class Checks:
    def __init__(self):
        self.views = 0
        self.controls = 0
        self.complaints = []

    def view(self, name, top):
        self.views += 1
        self.controls += sum(1 for node in everything(top) if node.getRole() in CONTROLS and is_showing(node))
        self.complaints += [f"{name}: no name: {each}" for each in nameless(top)]


def menu_of(button):
    return [node for node in everything(button) if node.getRole() == pyatspi.ROLE_MENU_ITEM]


def press(node):
    node.queryAction().doAction(0)


def walk(app, checks):
    frame = until("the window", lambda: find(app, pyatspi.ROLE_FRAME, "Slipway", exact=False))
    until("the first page", lambda: find(frame, pyatspi.ROLE_PUSH_BUTTON, "Pull images"))
    checks.view("first page", frame)
    dialog = None
    for number, item in enumerate(menu_of(find(frame, pyatspi.ROLE_PUSH_BUTTON, "Add"))):
        press(item)
        dialog = until("the form", lambda: find(app, pyatspi.ROLE_DIALOG, "Add a task", exact=False))
        kinds = until("the kinds", lambda: find(dialog, pyatspi.ROLE_LIST, "Kind of task"))
        kind = kinds.getChildAtIndex(number)
        until(f"the form {kind.name}", lambda: kind.getState().contains(pyatspi.STATE_SELECTED))
        checks.view(f"form {kind.name}", dialog)
    press(menu_of(find(frame, pyatspi.ROLE_PUSH_BUTTON, "Add"))[0])
    image = until("the image field", lambda: find(dialog, pyatspi.ROLE_TEXT, "Image"))
    image.queryEditableText().setTextContents("registry.invalid/acme/api:2.4")
    press(until("the button", lambda: find(dialog, pyatspi.ROLE_PUSH_BUTTON, "Add to queue")))
    table = until("the table", lambda: find(frame, pyatspi.ROLE_TABLE, "Tasks"))
    row = until("the task's row", lambda: next(
        (node for node in everything(table) if "registry.invalid/acme/api:2.4" in node.name), None))
    checks.view("a task", frame)
    # No engine is there, so it ends: its cells say so in words.
    until("its state in words", lambda: next(
        (node for node in everything(table) if node.name in ("Failed", "Retrying", "Waiting")
         or node.name.startswith("Retrying")), None))
    if not row.name.startswith("Pull: "):
        checks.complaints.append(f"the row does not say what it is: {row.name}")


def main():
    home = tempfile.mkdtemp()
    environment = dict(os.environ, DOCKER_HOST=f"unix://{home}/none.sock", OLLAMA_HOST="127.0.0.1:1", LC_ALL="C.UTF-8")
    window = subprocess.Popen([sys.argv[1], "--home", home], env=environment)
    try:
        app = until("the program", lambda: next(
            (each for each in pyatspi.Registry.getDesktop(0) if each and each.name == "slipway"), None))
        checks = Checks()
        walk(app, checks)
    finally:
        window.kill()
        window.wait()
    for complaint in checks.complaints:
        print("FAIL:", complaint)
    print(f"{checks.views} views, {checks.controls} controls looked at, {len(checks.complaints)} complaints")
    if checks.controls < 100:
        raise SystemExit("FAIL: hardly anything was seen")
    raise SystemExit(1 if checks.complaints else 0)


main()
