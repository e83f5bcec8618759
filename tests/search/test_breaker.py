"""Tests of leaving alone what does not answer."""

from __future__ import annotations

from search.breaker import REST_SECONDS, Breaker


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def make_breaker() -> tuple[Breaker, Clock]:
    clock = Clock()
    return Breaker(clock=clock), clock


def test_it_lets_everybody_through_while_all_is_well() -> None:
    breaker, _ = make_breaker()
    assert all(breaker.lets_through() for _ in range(3))


def test_after_a_failure_it_rests_and_then_one_tries() -> None:
    breaker, clock = make_breaker()
    assert breaker.failed()
    assert not breaker.lets_through()
    clock.now = REST_SECONDS
    assert [breaker.lets_through() for _ in range(3)] == [True, False, False]


def test_a_trial_that_never_returns_is_followed_by_another() -> None:
    breaker, clock = make_breaker()
    breaker.failed()
    clock.now = REST_SECONDS
    assert breaker.lets_through()
    clock.now = 2 * REST_SECONDS
    assert breaker.lets_through()


def test_a_success_opens_it_for_everybody() -> None:
    breaker, clock = make_breaker()
    breaker.failed()
    clock.now = REST_SECONDS
    breaker.lets_through()
    breaker.succeeded()
    assert all(breaker.lets_through() for _ in range(3))


def test_only_the_first_failure_in_a_row_is_news() -> None:
    breaker, _ = make_breaker()
    assert [breaker.failed(), breaker.failed()] == [True, False]
    breaker.succeeded()
    assert breaker.failed()
