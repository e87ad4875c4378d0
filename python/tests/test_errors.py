"""Wrong arguments: one kind of exception, whose sentence says what to do."""

from collections.abc import Callable

import pytest
import saidso


@pytest.mark.parametrize("function", [saidso.annotate, saidso.annotate_json, saidso.sentences])
@pytest.mark.parametrize(
    ("text", "message"),
    [
        (b"Bo said no.", r"text must be a str, and is a bytes; decode it: data.decode\('utf-8'\)"),
        (None, "text must be a str, and is a NoneType; leave out the rows without a text"),
        (float("nan"), "and is a float; leave out the rows without a text"),
        (["Bo said no."], "and is a list; hand in the article's words"),
        ("Bo \ud800 said no.", r"lone surrogate at index 3.*text.encode\('utf-8', 'replace'\).decode\(\)"),
    ],
)
def test_what_is_no_text_is_refused(function: Callable[..., object], text: object, message: str) -> None:
    with pytest.raises(saidso.SaidSoError, match=message):
        function(text)


def test_the_advice_for_a_lone_surrogate_helps() -> None:
    text = "Bo \ud800 said no."
    mended = text.encode("utf-8", "replace").decode()
    assert len(mended) == len(text)
    assert saidso.annotate(mended)["stats"]["sentences"] == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"offsets": "bytes"}, "offsets is 'bytes'; choose one of codepoint, utf16, utf8"),
        ({"offsets": 8}, "offsets is 8; choose one of"),
        ({"hedges": "modals"}, 'no kind of hedge "modals"; choose among core, all, vague, modal'),
        ({"hedges": ["modal", "all"]}, 'no kind of hedge "all"'),
        ({"hedges": 3}, r"hedges is 3; give names, such as 'all' or \['modal'\]"),
        ({"signals": [1]}, r"signals is \[1\]; give names, such as 'all' or \['passive'\]"),
        ({"signals": "scare"}, 'no kind of signal "scare"; choose among none, all, passive'),
    ],
)
def test_a_wrong_choice_is_refused(arguments: dict[str, object], message: str) -> None:
    for function in [saidso.annotate, saidso.annotate_json]:
        with pytest.raises(saidso.SaidSoError, match=message):
            function("Bo said no.", **arguments)  # type: ignore[arg-type]
    with pytest.raises(saidso.SaidSoError, match=message):
        saidso.annotate_many(["Bo said no."], **arguments)  # type: ignore[arg-type]


@pytest.mark.parametrize("threads", [-1, 1025, 10**30, "2", 1.5])
def test_a_wrong_number_of_threads_is_refused(threads: object) -> None:
    with pytest.raises(saidso.SaidSoError, match="threads must be a number from 1 to 1024, or 0"):
        saidso.annotate_many([], threads)  # type: ignore[arg-type]


@pytest.mark.parametrize("texts", ["Bo said no.", 3, None])
def test_what_holds_no_texts_is_refused(texts: object) -> None:
    with pytest.raises(saidso.SaidSoError, match="texts must be an iterable of str.*in a list"):
        saidso.annotate_many(texts)  # type: ignore[arg-type]


def test_the_exception_is_a_value_error() -> None:
    assert issubclass(saidso.SaidSoError, ValueError)
