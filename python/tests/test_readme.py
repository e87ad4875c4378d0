"""The README's first example prints what it says."""

import contextlib
import io
import re
from pathlib import Path


def test_the_example_prints_what_it_says() -> None:
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    example = re.findall(r"```python\n(import saidso.*?)```", readme, re.DOTALL)[0]
    said = "".join(re.findall(r"(?m)^# (.*\n)", example))
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(example, {})
    assert said and printed.getvalue() == said
