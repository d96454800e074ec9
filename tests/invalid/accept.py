"""Write down what the program says of every case: `python -m tests.invalid.accept`.

Read the difference before you commit it: it is what editors will be told.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from tests.invalid import EXPECTED, cases, said_of


def accept() -> None:
    """Rewrite the expected words of every case; one that has none yet is given them."""
    for case in cases():
        with TemporaryDirectory() as folder:
            words = said_of(case, Path(folder)).errors
        (case / EXPECTED).write_text(words, encoding="utf-8")


if __name__ == "__main__":
    accept()
