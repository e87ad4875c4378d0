"""`annotate_many`: every report, in order, and no text read before it is needed."""

import itertools
import threading
from collections.abc import Iterator

import pytest
import saidso
from texts import ALL, drawn


@pytest.mark.parametrize("threads", [0, 1, 2, 7])
def test_reports_come_in_the_order_of_their_texts(threads: int) -> None:
    # Long and short by turns, so that threads overtake one another.
    texts = [drawn(n, 60 if n % 5 == 0 else 1) for n in range(60)]
    assert list(saidso.annotate_many(texts, threads)) == [saidso.annotate(text) for text in texts]


def test_every_kind_of_text_goes_through() -> None:
    reports = saidso.annotate_many(iter(ALL), threads=2, offsets="utf8", hedges="all", signals="all")
    for text, report in zip(ALL, reports, strict=True):
        assert report == saidso.annotate(text, offsets="utf8", hedges="all", signals="all")


def test_an_endless_iterable_is_read_four_texts_a_thread_ahead() -> None:
    read = 0

    def texts() -> Iterator[str]:
        nonlocal read
        for read in itertools.count(1):
            yield f"Ana Brook said that {read} ships left."

    reports = saidso.annotate_many(texts(), threads=3)
    assert read == 0
    for taken in range(1, 50):
        next(reports)
        assert read == taken - 1 + 4 * 3


def test_nothing_is_nothing() -> None:
    reports = saidso.annotate_many([])
    assert iter(reports) is reports
    assert list(reports) == []
    with pytest.raises(StopIteration):
        next(reports)


def test_a_wrong_text_raises_in_its_place_and_the_rest_still_comes() -> None:
    texts = ["Bo said no.", None, "Ana said yes.", "\udcff", "Cy left."]
    reports = saidso.annotate_many(texts, threads=2)  # type: ignore[arg-type]
    assert next(reports) == saidso.annotate("Bo said no.")
    with pytest.raises(saidso.SaidSoError, match=r"text 1 \(counted from 0\) must be a str.*leave out"):
        next(reports)
    assert next(reports) == saidso.annotate("Ana said yes.")
    with pytest.raises(saidso.SaidSoError, match="text 3 .*lone surrogate at index 0"):
        next(reports)
    assert list(reports) == [saidso.annotate("Cy left.")]


def test_what_the_iterable_raises_comes_after_the_texts_before_it() -> None:
    def texts() -> Iterator[str]:
        yield "Bo said no."
        raise OSError("the disk is gone")

    reports = saidso.annotate_many(texts(), threads=2)
    assert next(reports) == saidso.annotate("Bo said no.")
    with pytest.raises(OSError, match="the disk is gone"):
        next(reports)
    assert list(reports) == []


def test_one_who_leaves_early_holds_nothing_up() -> None:
    before = threading.active_count()
    for _ in range(20):
        next(saidso.annotate_many(itertools.repeat("Bo said no."), threads=4))
    assert threading.active_count() == before


def test_several_may_run_at_once() -> None:
    texts = [drawn(n, 3) for n in range(40)]
    expected = [saidso.annotate(text) for text in texts]
    found: list[object] = []
    runs = [
        threading.Thread(target=lambda: found.append(list(saidso.annotate_many(texts, 2)))) for _ in range(4)
    ]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    assert found == [expected] * 4
