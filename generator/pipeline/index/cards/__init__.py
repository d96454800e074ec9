"""The parts that many pages show, each made once."""
