"""Python's lock is let go while the core works.

With so long an interval no thread is made to give the lock up; another one runs only where it is let go.
"""

import sys
import threading
import time
from collections.abc import Callable, Iterator

import pytest
import saidso
from texts import LONG


@pytest.fixture
def turns() -> Iterator[Callable[[], int]]:
    """How often another thread had its turn."""
    count = 0
    ended = False

    def other() -> None:
        nonlocal count
        while not ended:
            count += 1
            time.sleep(0)

    interval = sys.getswitchinterval()
    sys.setswitchinterval(1_000_000)
    thread = threading.Thread(target=other)
    thread.start()
    yield lambda: count
    ended = True
    thread.join()
    sys.setswitchinterval(interval)


@pytest.mark.parametrize(
    "work",
    [
        lambda: saidso.annotate(LONG),
        lambda: saidso.annotate_json(LONG),
        lambda: saidso.sentences(LONG),
        lambda: list(saidso.annotate_many([LONG])),
    ],
    ids=["annotate", "annotate_json", "sentences", "annotate_many"],
)
def test_another_thread_runs_meanwhile(turns: Callable[[], int], work: Callable[[], object]) -> None:
    assert has_turn(turns, work)


def test_without_letting_go_no_other_thread_runs(turns: Callable[[], int]) -> None:
    assert not has_turn(turns, lambda: sum(range(100_000)))


def has_turn(turns: Callable[[], int], work: Callable[[], object]) -> bool:
    """Whether the other thread gets on while the work is done; a busy machine may be late with it."""
    before = turns()
    for _ in range(100):
        work()
        if turns() > before:
            return True
    return False
