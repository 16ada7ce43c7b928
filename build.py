"""Arsip Pilkada: raw copies of news articles in, a trustworthy static archive out."""

import sys

try:
    from site_builder.cli import main

    if __name__ == "__main__":
        sys.exit(main())
except KeyboardInterrupt:  # before there is a command that could be interrupted
    sys.exit(130)
