"""Arsip Pilkada: raw copies of news articles in, a trustworthy static archive out."""

import sys

from site_builder.cli import main

if __name__ == "__main__":
    sys.exit(main())
