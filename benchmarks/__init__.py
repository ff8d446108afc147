"""How good and how fast Verbatim is, measured beside its peers in the same run: `python -m benchmarks`."""
