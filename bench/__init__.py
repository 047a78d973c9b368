"""Benchmarks of speed and accuracy, one command each: `python -m bench speed | accuracy | all`."""
