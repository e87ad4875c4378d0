"""The type stubs: strict, true of the module, and true of what a report holds."""

import ast
import subprocess
import sys
from pathlib import Path
from typing import Any

import saidso
from texts import ALL

HERE = Path(__file__).parent
STUB = HERE.parent / "saidso.pyi"


def run(*arguments: str) -> None:
    done = subprocess.run([sys.executable, "-m", *arguments], cwd=HERE.parent, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_strict_caller_passes() -> None:
    run("mypy", "saidso.pyi", "tests", "examples")


def test_the_stub_says_what_the_module_has() -> None:
    run("mypy.stubtest", "saidso", "--allowlist", "tests/unstubbed.txt")


CLASSES = {node.name: node for node in ast.parse(STUB.read_text()).body if isinstance(node, ast.ClassDef)}
LISTS = {
    "blocks": "Block",
    "sentences": "Sentence",
    "sources": "Source",
    "attributions": "Attribution",
    "hedges": "Hedge",
    "claims": "Claim",
    "signals": "Signal",
    "warnings": "Warning",
}


def fields(name: str) -> set[str]:
    """The fields of a class of the stub, with those of its bases."""
    own = [node.target for node in CLASSES[name].body if isinstance(node, ast.AnnAssign)]
    bases = [base.id for base in CLASSES[name].bases if isinstance(base, ast.Name)]
    names = {target.id for target in own if isinstance(target, ast.Name)}
    return names.union(*(fields(base) for base in bases if base in CLASSES))


def test_the_stub_has_the_fields_of_a_report() -> None:
    seen = set()
    for text in ALL:
        report: Any = saidso.annotate(text, hedges="all", signals="all")
        assert report.keys() | {"signals"} == fields("Report")
        for key, name in LISTS.items():
            for found in report.get(key, []):
                assert found.keys() == fields(name)
                seen.add(name)
        for attribution in report["attributions"]:
            assert attribution["cue"].keys() == fields("Cue")
        assert report["engine"].keys() == fields("Engine")
        assert report["stats"].keys() == fields("Stats")
        assert report["stats"]["words"].keys() == fields("Words")
    assert seen == set(LISTS.values())
