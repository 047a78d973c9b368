"""`python -m bench speed | accuracy | all`; exit 1 when a target is missed, 2 when it cannot be measured."""

from __future__ import annotations

import sys

from bench import accuracy, speed

BENCHMARKS = {"speed": speed.main, "accuracy": accuracy.main}


def main(names: list[str]) -> int:
    """Run the benchmarks named, or all; the worst exit code of them."""
    if len(names) != 1 or names[0] not in {*BENCHMARKS, "all"}:
        print(f"Usage: python -m bench {' | '.join([*BENCHMARKS, 'all'])}", file=sys.stderr)
        return 2
    chosen = BENCHMARKS if names == ["all"] else {names[0]: BENCHMARKS[names[0]]}
    return max([run() for run in chosen.values()])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
