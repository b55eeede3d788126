"""How fast iopkit starts, loads and answers, each beside a yardstick in the same run.

    python -m benchmarks [NAME ...] [--pairs N]

A figure is the median over pairs: in every pair the yardstick and iopkit run right after each
other, so that a busy machine slows both.  Nothing here is a test; tests only check the shape.
"""
